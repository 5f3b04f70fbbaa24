package io.reconciled.capture.debezium;

import io.reconciled.capture.Delivered;
import io.reconciled.store.ChangeEvent;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;

/** Shows an engine's record in plain types. A field that is null is left out. */
final class ReadRecord {
  private static final String DOCUMENT = "json";

  private ReadRecord() {}

  /** Heartbeats and marks in the log have neither rows nor documents: they are signs. */
  static Delivered read(SourceRecord record) {
    Map<String, ?> offset = record.sourceOffset();
    try {
      return record.value() instanceof Struct envelope && isChange(envelope.schema())
          ? new Delivered.Change(offset, event(record.key(), envelope))
          : new Delivered.Sign(offset);
    } catch (DataException malformed) {
      return new Delivered.Broken(offset, malformed.getClass().getSimpleName());
    }
  }

  private static boolean isChange(Schema schema) {
    return has(schema, "source") && (has(schema, "before") || has(schema, "after"));
  }

  private static ChangeEvent event(Object key, Struct envelope) {
    Struct source = envelope.getStruct("source");
    Long at = has(source.schema(), "ts_ms") ? source.getInt64("ts_ms") : null;
    return new ChangeEvent(
        new FieldsOf(source),
        fields(key),
        image(envelope, "before"),
        image(envelope, "after"),
        at == null ? Instant.EPOCH : Instant.ofEpochMilli(at));
  }

  private static Map<String, Object> image(Struct envelope, String side) {
    return has(envelope.schema(), side) ? fields(envelope.get(side)) : Map.of();
  }

  private static Map<String, Object> fields(Object value) {
    return switch (value) {
      case null -> Map.of();
      case Struct struct -> new FieldsOf(struct);
      default -> Map.of(DOCUMENT, value);
    };
  }

  private static boolean has(Schema schema, String field) {
    return schema.field(field) != null;
  }
}
