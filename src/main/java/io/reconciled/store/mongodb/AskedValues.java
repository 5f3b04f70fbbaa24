package io.reconciled.store.mongodb;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/**
 * Values as a query asks for them: in every form in which a document may hold them, and none where
 * no document can.
 */
final class AskedValues {
  private static final int OBJECT_ID_BYTES = 12;
  private static final int UUID_BYTES = 16;

  private AskedValues() {}

  static List<BsonValue> of(Collection<Value> values) {
    return values.stream().flatMap(AskedValues::forms).toList();
  }

  private static Stream<BsonValue> forms(Value value) {
    return switch (value) {
      case Value.Bytes bytes -> forms(bytes.toArray());
      case Value.Whole whole -> Stream.of(BsonValues.encode(value));
      case Value.Decimal decimal -> Stream.of(BsonValues.encode(value));
      case Value.NotFinite number -> Stream.of(BsonValues.encode(value));
      case Value.Text text -> Stream.of(BsonValues.encode(value));
      case Value.Bool truth -> Stream.of(BsonValues.encode(value));
      case Value.Moment moment -> Stream.of(BsonValues.encode(value));
      case Value.Uuid uuid -> Stream.of(BsonValues.encode(value));
      case Value other -> Stream.empty();
    };
  }

  private static Stream<BsonValue> forms(byte[] bytes) {
    List<BsonValue> forms = new ArrayList<>(List.of(new BsonBinary(bytes)));
    if (bytes.length == OBJECT_ID_BYTES) {
      forms.add(new BsonObjectId(new ObjectId(bytes)));
    } else if (bytes.length == UUID_BYTES) {
      forms.add(new BsonBinary(BsonBinarySubType.UUID_LEGACY, bytes));
    }
    return forms.stream();
  }
}
