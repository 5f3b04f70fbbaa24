package io.reconciled.store.mongodb;

import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * A document as it was read. Its fields are compared by expressions, not by query operators: those
 * take an absent field for null and look into arrays.
 */
record UnchangedDocument(RawBsonDocument document, List<FieldPath> key, List<FieldPath> compared) {

  BsonDocument filter() {
    BsonArray conditions = new BsonArray();
    key.forEach(path -> conditions.add(condition(path)));
    compared.forEach(path -> conditions.add(condition(path)));
    return new BsonDocument(MappedCollection.ID, document.get(MappedCollection.ID))
        .append("$expr", new BsonDocument("$and", conditions));
  }

  private BsonDocument condition(FieldPath compared) {
    FieldPath path = compared.whole();
    BsonString field = new BsonString("$" + path.dotted());
    Optional<BsonValue> stored = path.in(document);
    return stored
        .map(value -> same(field, new BsonDocument("$literal", value)))
        .orElseGet(() -> same(new BsonDocument("$type", field), new BsonString("missing")));
  }

  private static BsonDocument same(BsonValue left, BsonValue right) {
    return new BsonDocument("$eq", new BsonArray(List.of(left, right)));
  }
}
