package io.reconciled.store.sql;

import io.reconciled.model.Value;
import io.reconciled.model.json.JsonText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Values as operands that every database here understands: moments as text in UTC, documents and
 * lists as JSON.
 */
final class PlainOperand {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private PlainOperand() {}

  static Field<?> of(Value value) {
    return switch (value) {
      case Value.Null() -> DSL.field("NULL");
      case Value.Whole(long number) -> DSL.val(number);
      case Value.Decimal(BigDecimal number) -> DSL.val(number);
      case Value.NotFinite(double number) -> DSL.val(number);
      case Value.Text(String text) -> DSL.val(text);
      case Value.Bool(boolean truth) -> DSL.val(truth);
      case Value.Moment moment ->
          DSL.val(MOMENT.format(LocalDateTime.ofInstant(moment.instant(), ZoneOffset.UTC)));
      case Value.LocalMoment moment -> DSL.val(MOMENT.format(moment.local()));
      case Value.Date(LocalDate date) -> DSL.val(date.toString());
      case Value.Time(LocalTime time) -> DSL.val(time.toString());
      case Value.Uuid(UUID uuid) -> DSL.val(uuid.toString());
      case Value.Bytes bytes -> DSL.val(bytes.toArray());
      case Value.JsonNull none -> DSL.val(JsonText.write(none));
      case Value.Document document -> DSL.val(JsonText.write(document));
      case Value.Array array -> DSL.val(JsonText.write(array));
      case Value.Span span -> throw unwritable("duration");
      case Value.Labels labels -> throw unwritable("set");
      case Value.Unmapped(String type) -> throw unwritable(type);
    };
  }

  private static IllegalArgumentException unwritable(String type) {
    return new IllegalArgumentException("a value of type " + type + " cannot be written");
  }
}
