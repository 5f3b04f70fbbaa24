package io.reconciled.store.mongodb;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** BSON values as canonical values, and back. An ObjectId is its twelve bytes. */
final class BsonValues {
  private static final int DATE_DIGITS = 3;
  private static final int DECIMAL128_DIGITS = 34;
  private static final int UUID_BYTES = 16;

  /** What is bytes and no more; the subtypes that users define are negative. */
  private static final Set<Byte> PLAIN_SUBTYPES =
      Set.of(
          BsonBinarySubType.BINARY.getValue(),
          BsonBinarySubType.OLD_BINARY.getValue(),
          BsonBinarySubType.UUID_LEGACY.getValue(),
          BsonBinarySubType.MD5.getValue());

  private BsonValues() {}

  static Value decode(BsonValue stored) {
    return switch (stored.getBsonType()) {
      case NULL -> Value.NULL;
      case INT32 -> Value.number(stored.asInt32().getValue());
      case INT64 -> Value.number(stored.asInt64().getValue());
      case DOUBLE -> Value.number(stored.asDouble().getValue());
      case DECIMAL128 -> decimal(stored.asDecimal128().getValue());
      case STRING -> Value.text(stored.asString().getValue());
      case BOOLEAN -> new Value.Bool(stored.asBoolean().getValue());
      case DATE_TIME ->
          new Value.Moment(Instant.ofEpochMilli(stored.asDateTime().getValue()), DATE_DIGITS);
      case BINARY -> binary(stored.asBinary());
      case OBJECT_ID -> Value.bytes(stored.asObjectId().getValue().toByteArray());
      case DOCUMENT -> ReadDocument.value(stored.asDocument());
      case ARRAY -> new Value.Array(stored.asArray().stream().map(BsonValues::decode).toList());
      default -> new Value.Unmapped(stored.getBsonType().name().toLowerCase(Locale.ROOT));
    };
  }

  private static Value decimal(Decimal128 stored) {
    if (stored.isNaN() || stored.isInfinite()) {
      return new Value.NotFinite(stored.doubleValue());
    }
    // A negative zero has no BigDecimal, so the sign comes after.
    long withoutSign = stored.getHigh() & Long.MAX_VALUE;
    BigDecimal magnitude =
        Decimal128.fromIEEE754BIDEncoding(withoutSign, stored.getLow()).bigDecimalValue();
    return Value.number(stored.isNegative() ? magnitude.negate() : magnitude);
  }

  /** A UUID of subtype 3 has an order of bytes that only its mapping knows. */
  private static Value binary(BsonBinary stored) {
    byte[] bytes = stored.getData();
    byte subtype = stored.getType();
    if (subtype == BsonBinarySubType.UUID_STANDARD.getValue()) {
      return bytes.length == UUID_BYTES
          ? new Value.Uuid(stored.asUuid())
          : new Value.Unmapped("uuid that is not of 16 bytes");
    }
    boolean plain = subtype < 0 || PLAIN_SUBTYPES.contains(subtype);
    return plain
        ? Value.bytes(bytes)
        : new Value.Unmapped("binary of subtype " + Byte.toUnsignedInt(subtype));
  }

  static BsonValue encode(SharedKey key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> new BsonInt64(number);
      case SharedKey.TextKey(String text) -> new BsonString(text);
      case SharedKey.UuidKey(UUID uuid) -> new BsonBinary(uuid);
    };
  }

  /**
   * @throws IllegalArgumentException for a value that is, or holds, one that BSON has no type for
   */
  static BsonValue encode(Value value) {
    return switch (value) {
      case Value.Null() -> BsonNull.VALUE;
      case Value.Whole(long number) -> new BsonInt64(number);
      case Value.Decimal(BigDecimal number) -> number(number);
      case Value.NotFinite(double number) -> new BsonDouble(number);
      case Value.Text(String text) -> new BsonString(text);
      case Value.Bool(boolean truth) -> BsonBoolean.valueOf(truth);
      case Value.Moment moment -> new BsonDateTime(moment.instant().toEpochMilli());
      case Value.Uuid(UUID uuid) -> new BsonBinary(uuid);
      case Value.Bytes bytes -> new BsonBinary(bytes.toArray());
      case Value.Document(SortedMap<String, Value> fields) -> {
        BsonDocument document = new BsonDocument();
        fields.forEach((name, field) -> document.put(name, encode(field)));
        yield document;
      }
      case Value.Array(List<Value> elements) ->
          new BsonArray(elements.stream().map(BsonValues::encode).toList());
      case Value.JsonNull none -> throw unknown("JSON null");
      case Value.LocalMoment local -> throw unknown("local moment");
      case Value.Span span -> throw unknown("duration");
      case Value.Labels labels -> throw unknown("set");
      case Value.Date date -> throw unknown("date");
      case Value.Time time -> throw unknown("time");
      case Value.Unmapped(String type) -> throw unknown(type);
    };
  }

  /** A decimal of more digits than fit may come from a double, which holds it exactly. */
  private static BsonValue number(BigDecimal number) {
    if (number.stripTrailingZeros().precision() <= DECIMAL128_DIGITS) {
      return new BsonDecimal128(new Decimal128(number.stripTrailingZeros()));
    }
    Value asDouble = Value.number(number.doubleValue());
    if (!asDouble.equals(Value.number(number))) {
      throw unknown("number of more than 34 digits");
    }
    return new BsonDouble(number.doubleValue());
  }

  private static IllegalArgumentException unknown(String type) {
    return new IllegalArgumentException("BSON has no type for a value of type " + type);
  }
}
