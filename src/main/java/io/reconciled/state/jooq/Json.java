package io.reconciled.state.jooq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.reconciled.model.StateUnavailable;

/** JSON as a text column holds it: equal values have equal text, and all of it is ASCII. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(
          "no JSON can be made of a " + value.getClass().getName(), impossible);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException notOurs) {
      throw new StateUnavailable(
          "A row of the state database holds JSON that is not a "
              + type.getType().getTypeName()
              + "; it was written by something else. Restore the row or remove it.",
          notOurs);
    }
  }
}
