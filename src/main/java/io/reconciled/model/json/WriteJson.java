package io.reconciled.model.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes one value as JSON text. */
final class WriteJson {
  private final StringBuilder text;

  WriteJson(StringBuilder text) {
    this.text = text;
  }

  void value(Value value) {
    switch (value) {
      case Value.Null none -> text.append("null");
      case Value.JsonNull none -> text.append("null");
      case Value.Whole(long number) -> text.append(number);
      // Its shortest form: a large exponent is not written out.
      case Value.Decimal(BigDecimal number) -> text.append(number.stripTrailingZeros());
      case Value.Bool(boolean truth) -> text.append(truth);
      case Value.Text(String string) -> string(string);
      case Value.Document(SortedMap<String, Value> fields) -> document(fields);
      case Value.Array(List<Value> elements) -> array(elements);
      case Value.NotFinite none -> throw unwritable("number that is not finite");
      case Value.Moment moment -> throw unwritable("moment");
      case Value.LocalMoment local -> throw unwritable("local moment");
      case Value.Date date -> throw unwritable("date");
      case Value.Time time -> throw unwritable("time");
      case Value.Span span -> throw unwritable("duration");
      case Value.Uuid uuid -> throw unwritable("uuid");
      case Value.Bytes bytes -> throw unwritable("bytes");
      case Value.Labels labels -> throw unwritable("set");
      case Value.Unmapped(String type) -> throw unwritable(type);
    }
  }

  private void document(SortedMap<String, Value> fields) {
    text.append('{');
    String separator = "";
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      text.append(separator);
      string(field.getKey());
      text.append(':');
      value(field.getValue());
      separator = ",";
    }
    text.append('}');
  }

  private void array(List<Value> elements) {
    text.append('[');
    String separator = "";
    for (Value element : elements) {
      text.append(separator);
      value(element);
      separator = ",";
    }
    text.append(']');
  }

  private void string(String string) {
    text.append('"');
    JsonStringEncoder.getInstance().quoteAsString(string, text);
    text.append('"');
  }

  private static IllegalArgumentException unwritable(String type) {
    return new IllegalArgumentException("JSON has no form for a value of type " + type);
  }
}
