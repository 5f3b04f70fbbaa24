package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the text of an array, such as <code>{{1,NULL},{3,4}}</code>. Of a text in quotes a
 * backslash takes the next character as it is, and NULL without quotes is a null.
 */
final class PostgresArray {
  private final String text;
  private final Function<String, Value> element;
  private int next;

  private PostgresArray(String text, Function<String, Value> element) {
    this.text = text;
    this.element = element;
  }

  /** An array that counts from another number than 1 says so: <code>[0:1]={1,2}</code>. */
  static Value decode(String text, Function<String, Value> element) {
    return text.startsWith("[")
        ? new Value.Unmapped("array with bounds of its own")
        : new PostgresArray(text, element).array();
  }

  private Value array() {
    List<Value> elements = new ArrayList<>();
    next++;
    while (text.charAt(next) != '}') {
      elements.add(value());
      if (text.charAt(next) == ',') {
        next++;
      }
    }
    next++;
    return new Value.Array(elements);
  }

  private Value value() {
    return switch (text.charAt(next)) {
      case '{' -> array();
      case '"' -> element.apply(quoted());
      default -> {
        String plain = plain();
        yield plain.equals("NULL") ? Value.NULL : element.apply(plain);
      }
    };
  }

  private String quoted() {
    StringBuilder found = new StringBuilder();
    next++;
    while (text.charAt(next) != '"') {
      if (text.charAt(next) == '\\') {
        next++;
      }
      found.append(text.charAt(next++));
    }
    next++;
    return found.toString();
  }

  private String plain() {
    int start = next;
    while (text.charAt(next) != ',' && text.charAt(next) != '}') {
      next++;
    }
    return text.substring(start, next);
  }
}
