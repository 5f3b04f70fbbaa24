package io.reconciled.capture.debezium;

import io.reconciled.capture.Delivered;
import io.reconciled.store.ChangeEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;

/** Shows an engine's record in plain types. A field that is null is left out. */
final class ReadRecord {
  private static final String DOCUMENT = "json";
  private static final String STATEMENT = "ddl";
  private static final String TRUNCATE = "t";
  private static final String UPDATE = "u";

  private ReadRecord() {}

  /** Heartbeats and marks in the log have neither rows nor documents: they are signs. */
  static Delivered read(SourceRecord record) {
    Map<String, ?> offset = record.sourceOffset();
    try {
      return record.value() instanceof Struct value
          ? read(offset, record.key(), value)
          : new Delivered.Sign(offset);
    } catch (DataException malformed) {
      return new Delivered.Broken(offset, malformed.getClass().getSimpleName());
    }
  }

  private static Delivered read(Map<String, ?> offset, Object key, Struct value) {
    if (has(value.schema(), STATEMENT)) {
      return statement(offset, value);
    }
    if (!isChange(value.schema())) {
      return new Delivered.Sign(offset);
    }
    ChangeEvent event = event(key, value);
    return has(value.schema(), "op") && TRUNCATE.equals(value.getString("op"))
        ? new Delivered.Emptied(offset, event, "truncated")
        : new Delivered.Change(offset, event);
  }

  /** The engine tells itself the columns of all tables when it starts for the first time. */
  private static Delivered statement(Map<String, ?> offset, Struct value) {
    Map<String, Object> source = new FieldsOf(value.getStruct("source"));
    Object database = value.get("databaseName");
    if (database == null || !"false".equals(source.getOrDefault("snapshot", "false"))) {
      return new Delivered.Sign(offset);
    }
    String text = String.valueOf(value.get(STATEMENT)).strip();
    ChangeEvent event =
        new ChangeEvent(
            Map.of("db", database, STATEMENT, text),
            Map.of(),
            Map.of(),
            Map.of(),
            committed(value.getStruct("source")));
    return new Delivered.Emptied(offset, event, "changed by " + firstWords(text));
  }

  /** No more, for a statement may hold values. */
  private static String firstWords(String statement) {
    return Stream.of(statement.split("[^A-Za-z]+", 3))
        .limit(2)
        .map(word -> word.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private static boolean isChange(Schema schema) {
    return has(schema, "source") && (has(schema, "before") || has(schema, "after"));
  }

  private static ChangeEvent event(Object key, Struct envelope) {
    Struct source = envelope.getStruct("source");
    return new ChangeEvent(
        new FieldsOf(source),
        fields(key),
        image(envelope, "before"),
        image(envelope, "after"),
        UPDATE.equals(envelope.getString("op")),
        committed(source));
  }

  private static Instant committed(Struct source) {
    Long at = has(source.schema(), "ts_ms") ? source.getInt64("ts_ms") : null;
    return at == null ? Instant.EPOCH : Instant.ofEpochMilli(at);
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
