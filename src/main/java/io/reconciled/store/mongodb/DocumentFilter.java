package io.reconciled.store.mongodb;

import io.reconciled.model.Dataset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.json.JsonParseException;

/**
 * The filter that says which documents a dataset takes: one document of the query language, as
 * extended JSON. It goes to the server as it is written, but nothing in it may be a program.
 */
final class DocumentFilter {
  private static final Set<String> PROGRAMS = Set.of("$where", "$function", "$accumulator");
  private static final String FILTER = "filter";

  private DocumentFilter() {}

  /**
   * @throws IllegalArgumentException where there is an {@link #objection}
   */
  static BsonDocument of(Dataset dataset) {
    dataset
        .where()
        .flatMap(DocumentFilter::objection)
        .ifPresent(objection -> {
          throw new IllegalArgumentException("the filter of %s %s".formatted(dataset, objection));
        });
    return dataset.where().flatMap(DocumentFilter::parsed).orElseGet(BsonDocument::new);
  }

  /** What keeps the text from being used as a filter. */
  static Optional<String> objection(String where) {
    Optional<BsonDocument> parsed = parsed(where);
    return parsed.isEmpty()
        ? Optional.of("is no JSON document")
        : program(parsed.get())
            .map(name -> "runs a program on the server, with " + name)
            .or(Optional::empty);
  }

  /** As the one element of a list, behind which nothing can follow unseen. */
  private static Optional<BsonDocument> parsed(String where) {
    try {
      BsonArray list = BsonDocument.parse("{\"" + FILTER + "\": [" + where + "]}").getArray(FILTER);
      return list.size() == 1 && list.getFirst().isDocument()
          ? Optional.of(list.getFirst().asDocument())
          : Optional.empty();
    } catch (JsonParseException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> program(BsonValue value) {
    return switch (value.getBsonType()) {
      case DOCUMENT ->
          value.asDocument().entrySet().stream()
              .flatMap(field ->
                  PROGRAMS.contains(field.getKey())
                      ? Stream.of(field.getKey())
                      : program(field.getValue()).stream())
              .findFirst();
      case ARRAY ->
          value.asArray().stream().flatMap(element -> program(element).stream()).findFirst();
      case JAVASCRIPT, JAVASCRIPT_WITH_SCOPE -> Optional.of(BsonType.JAVASCRIPT.name());
      default -> Optional.empty();
    };
  }
}
