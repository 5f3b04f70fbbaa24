package io.reconciled.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.reconciled.model.Value;
import java.io.IOException;

/** JSON text as a value by its meaning, and a value as JSON text. */
public final class JsonText {
  /** Deeper than any store nests what it can search. */
  static final int DEEPEST = 500;

  /** Text may be as long as the store could send it; a number is bounded by its value. */
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxNumberLength(2 * Value.MOST_DIGITS)
          .maxNameLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .build();

  /** A table of names gives up on a text that is made to fill it. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(BOUNDS)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private JsonText() {}

  /**
   * What the text means. Objects are documents, arrays are lists, and a null within them is {@link
   * Value#NULL}; a text that is all null is {@link Value#JSON_NULL}.
   *
   * @return {@link Value.Unmapped}, naming the reason, for a text that is no JSON, nests deeper
   *     than 500, or has a name twice in one object; a number that is too large is unmapped in its
   *     place
   */
  public static Value read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new ReadJson(parser).whole();
    } catch (StreamConstraintsException unbounded) {
      return new Value.Unmapped("json too large or too deep");
    } catch (IOException malformed) {
      return ReadJson.MALFORMED;
    }
  }

  /**
   * A text that {@link #read} reads as the same value.
   *
   * @throws IllegalArgumentException for a value that is, or holds, one that JSON has no form for
   */
  public static String write(Value value) {
    StringBuilder text = new StringBuilder();
    new WriteJson(text).value(value);
    return text.toString();
  }
}
