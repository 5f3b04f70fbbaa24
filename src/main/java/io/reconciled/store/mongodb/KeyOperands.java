package io.reconciled.store.mongodb;

import com.mongodb.client.model.Filters;
import io.reconciled.model.KeyForm;
import io.reconciled.model.SharedKey;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * Keys as a query asks for them. Every document may hold its key in a form of its own, so that all
 * are asked for; an index has texts in one place, and looks there once where there are none.
 */
final class KeyOperands {
  private KeyOperands() {}

  /** All that a document may hold for a part of a key, a value of its own kind first. */
  static Stream<BsonValue> of(SharedKey.Single part) {
    BsonValue own = BsonValues.encode(part);
    return switch (part) {
      case SharedKey.TextKey text -> Stream.of(own);
      case SharedKey.IntegerKey number -> Stream.concat(Stream.of(own), as(KeyForm.DECIMAL, part));
      case SharedKey.UuidKey uuid -> Stream.concat(Stream.of(own), as(KeyForm.UUID_TEXT, part));
    };
  }

  private static Stream<BsonValue> as(KeyForm form, SharedKey.Single part) {
    return form.valuesOf(part).stream().map(BsonValues::encode);
  }

  /** Documents whose field holds a part of a key. */
  static Bson equal(String field, SharedKey.Single part) {
    List<BsonValue> forms = of(part).toList();
    return forms.size() == 1 ? Filters.eq(field, forms.getFirst()) : Filters.in(field, forms);
  }
}
