package io.reconciled.store.mongodb;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * BSON values as canonical values, and back. An ObjectId is unmapped: it is no text, and which text
 * it stands for elsewhere is a matter of taste.
 */
final class BsonValues {
  private static final int DATE_DIGITS = 3;
  private static final int DECIMAL128_DIGITS = 34;

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
      default -> new Value.Unmapped(stored.getBsonType().name().toLowerCase(Locale.ROOT));
    };
  }

  private static Value decimal(Decimal128 stored) {
    if (!stored.isNaN() && !stored.isInfinite()) {
      // A negative zero has no BigDecimal.
      boolean zero = stored.doubleValue() == 0 && stored.isNegative();
      return Value.number(zero ? BigDecimal.ZERO : stored.bigDecimalValue());
    }
    return new Value.NotFinite(stored.doubleValue());
  }

  private static Value binary(BsonBinary stored) {
    return stored.getType() == BsonBinarySubType.UUID_STANDARD.getValue()
        ? new Value.Uuid(stored.asUuid())
        : Value.bytes(stored.getData());
  }

  static BsonValue encode(SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> new BsonInt64(number);
      case SharedKey.TextKey(String text) -> new BsonString(text);
      case SharedKey.UuidKey(UUID uuid) -> new BsonBinary(uuid);
    };
  }

  /**
   * @param value not {@link Value.Unmapped}, nor one that BSON has no type for
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
      case Value.LocalMoment local -> throw unknown("local moment");
      case Value.Span span -> throw unknown("duration");
      case Value.Document document -> throw unknown("document");
      case Value.Array array -> throw unknown("list");
      case Value.Labels labels -> throw unknown("set");
      case Value.Date date -> throw unknown("date");
      case Value.Time time -> throw unknown("time");
      case Value.Unmapped(String type) -> throw unknown(type);
    };
  }

  /** A decimal of more digits than fit comes from a double, which holds it exactly. */
  private static BsonValue number(BigDecimal number) {
    return number.precision() <= DECIMAL128_DIGITS
        ? new BsonDecimal128(new Decimal128(number))
        : new BsonDouble(number.doubleValue());
  }

  private static IllegalArgumentException unknown(String type) {
    return new IllegalArgumentException("BSON has no type for a value of type " + type);
  }
}
