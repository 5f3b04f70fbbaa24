package io.reconciled.store.mongodb;

import com.mongodb.client.model.Filters;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * A range of keys in pieces that have nothing in common, each of which an index on the parts
 * answers in order: the server then merges them, and sorts nothing. A key of one part has one.
 */
final class KeyPieces {
  private final List<String> fields;

  KeyPieces(List<String> fields) {
    this.fields = fields;
  }

  List<Bson> within(KeyRange range) {
    return pieces(0, range.from().map(SharedKey::parts), range.to().map(SharedKey::parts));
  }

  /** Keys behind this one. */
  List<Bson> after(SharedKey key) {
    List<Bson> pieces = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      List<Bson> piece = new ArrayList<>();
      for (int before = 0; before < i; before++) {
        piece.add(Filters.eq(fields.get(before), part(key.parts(), before)));
      }
      piece.add(Filters.gt(fields.get(i), part(key.parts(), i)));
      pieces.add(Filters.and(piece));
    }
    return pieces;
  }

  /**
   * @param i the first part that is not decided yet
   * @param from where it begins, if it does anywhere
   * @param to where it ends, if it does anywhere
   */
  private List<Bson> pieces(
      int i, Optional<List<SharedKey.Single>> from, Optional<List<SharedKey.Single>> to) {
    String field = fields.get(i);
    if (i == fields.size() - 1) {
      return List.of(
          bounds(
              from.map(key -> Filters.gte(field, part(key, i))),
              to.map(key -> Filters.lt(field, part(key, i)))));
    }
    boolean alike = from.isPresent() && to.isPresent() && from.get().get(i).equals(to.get().get(i));
    if (alike) {
      return with(Filters.eq(field, part(from.get(), i)), pieces(i + 1, from, to));
    }
    List<Bson> pieces = new ArrayList<>();
    from.ifPresent(key ->
        pieces.addAll(
            with(Filters.eq(field, part(key, i)), pieces(i + 1, from, Optional.empty()))));
    pieces.add(
        bounds(
            from.map(key -> Filters.gt(field, part(key, i))),
            to.map(key -> Filters.lt(field, part(key, i)))));
    to.ifPresent(key ->
        pieces.addAll(with(Filters.eq(field, part(key, i)), pieces(i + 1, Optional.empty(), to))));
    return pieces;
  }

  private static List<Bson> with(Bson equal, List<Bson> pieces) {
    return pieces.stream().map(piece -> Filters.and(equal, piece)).toList();
  }

  private static Bson bounds(Optional<Bson> lower, Optional<Bson> upper) {
    List<Bson> both = new ArrayList<>();
    lower.ifPresent(both::add);
    upper.ifPresent(both::add);
    return both.isEmpty() ? new BsonDocument() : Filters.and(both);
  }

  private static org.bson.BsonValue part(List<SharedKey.Single> key, int i) {
    return BsonValues.encode(key.get(i));
  }
}
