package io.reconciled.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.reconciled.model.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one JSON text. */
final class ReadJson {
  static final Value MALFORMED = new Value.Unmapped("malformed json");
  private static final Value DUPLICATE = new Value.Unmapped("json with a duplicate key");
  private static final Value TOO_LARGE = new Value.Unmapped("json number too large");

  private final JsonParser parser;
  private boolean anyDuplicate;

  ReadJson(JsonParser parser) {
    this.parser = parser;
  }

  Value whole() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return MALFORMED;
    }
    Value value = first == JsonToken.VALUE_NULL ? Value.JSON_NULL : value(first);
    if (parser.nextToken() != null) {
      return MALFORMED;
    }
    return anyDuplicate ? DUPLICATE : value;
  }

  private Value value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> document();
      case START_ARRAY -> array();
      case VALUE_STRING -> Value.text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_TRUE -> new Value.Bool(true);
      case VALUE_FALSE -> new Value.Bool(false);
      case VALUE_NULL -> Value.NULL;
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> MALFORMED;
    };
  }

  private Value document() throws IOException {
    SortedMap<String, Value> fields = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (fields.put(name, value(parser.nextToken())) != null) {
        anyDuplicate = true;
      }
    }
    return new Value.Document(fields);
  }

  private Value array() throws IOException {
    List<Value> elements = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      elements.add(value(token));
      token = parser.nextToken();
    }
    return new Value.Array(elements);
  }

  private static Value number(String text) {
    try {
      Value number = Value.number(new BigDecimal(text));
      return Value.isMapped(number) ? number : TOO_LARGE;
    } catch (NumberFormatException exponentTooLarge) {
      return TOO_LARGE;
    }
  }
}
