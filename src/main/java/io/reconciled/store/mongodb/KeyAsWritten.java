package io.reconciled.store.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/** A new document's key, in the form in which the first document that has one holds it. */
final class KeyAsWritten {
  private final MongoCollection<RawBsonDocument> target;
  private final MappedCollection collection;

  KeyAsWritten(MongoCollection<RawBsonDocument> target, MappedCollection collection) {
    this.target = target;
    this.collection = collection;
  }

  /** One value for each part. */
  List<BsonValue> of(SharedKey key) {
    List<BsonValue> written = new ArrayList<>();
    for (int i = 0; i < key.parts().size(); i++) {
      List<BsonValue> forms = KeyOperands.of(key.parts().get(i)).toList();
      boolean other = forms.size() > 1 && isText(collection.dataset().keyFields().get(i), i);
      written.add(forms.get(other ? 1 : 0));
    }
    return written;
  }

  private boolean isText(String field, int part) {
    return Optional.ofNullable(
            target
                .find(Filters.ne(field, BsonNull.VALUE))
                .projection(Projections.include(FieldPath.outermost(List.of(field))))
                .first())
        .flatMap(document -> collection.key().get(part).in(document))
        .filter(BsonValue::isString)
        .isPresent();
  }
}
