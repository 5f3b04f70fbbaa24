package io.reconciled.capture.debezium;

import io.debezium.data.VariableScaleDecimal;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * A struct as a map of plain types, without the fields that are null. A field is read when it is
 * asked for: of a row, capture wants the key alone. Reading a field that has no plain form throws a
 * {@link DataException}.
 */
final class FieldsOf extends AbstractMap<String, Object> {
  private final Struct struct;

  FieldsOf(Struct struct) {
    this.struct = struct;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    Field field = name instanceof String text ? struct.schema().field(text) : null;
    return field == null ? null : plain(field);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : struct.schema().fields()) {
      Object value = plain(field);
      if (value != null) {
        fields.put(field.name(), value);
      }
    }
    return fields.entrySet();
  }

  private @Nullable Object plain(Field field) {
    Object value = struct.get(field);
    return value == null ? null : plain(field.schema(), value);
  }

  private static Object plain(Schema schema, Object value) {
    if (!(value instanceof Struct struct)) {
      return value;
    }
    return VariableScaleDecimal.LOGICAL_NAME.equals(schema.name())
        ? VariableScaleDecimal.toLogical(struct)
            .getDecimalValue()
            .orElseThrow(() -> new DataException("a number that is not finite"))
        : new FieldsOf(struct);
  }
}
