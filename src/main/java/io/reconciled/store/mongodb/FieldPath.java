package io.reconciled.store.mongodb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** A dotted path into a document. */
record FieldPath(String dotted) {
  private static final Pattern DOT = Pattern.compile("\\.");

  /** The path as the query language has it. */
  String queried() {
    return dotted;
  }

  /** What the document has there; an array on the way is what it has. */
  Optional<BsonValue> in(BsonDocument document) {
    BsonValue found = document;
    for (String step : DOT.split(dotted, -1)) {
      if (found.isArray()) {
        return Optional.of(found);
      }
      if (!found.isDocument() || !found.asDocument().containsKey(step)) {
        return Optional.empty();
      }
      found = found.asDocument().get(step);
    }
    return Optional.of(found);
  }

  /** Paths without those that lie within another: a projection must not name both. */
  static List<String> outermost(Collection<String> paths) {
    return paths.stream()
        .distinct()
        .filter(path -> paths.stream().noneMatch(outer -> path.startsWith(outer + ".")))
        .sorted()
        .toList();
  }
}
