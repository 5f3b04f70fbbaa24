package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import io.reconciled.model.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents, lists and what they hold, from text in JSON. */
final class ToJson {
  static final Named NAMED =
      Named.of(
          "json",
          "json",
          ToJson::meaning,
          "text in JSON is the document, list or value that it writes; documents and lists stay",
          new Manual.Example(
              Value.text("{\"a\": [1.0]}"),
              new Value.Document(
                  new TreeMap<>(Map.of("a", new Value.Array(List.of(Value.number(1))))))),
          new Manual.Example(Value.text("{a}"), JsonText.read("{a}")));

  private ToJson() {}

  private static Optional<Value> meaning(Value stored) {
    return switch (stored) {
      case Value.Text(String text) -> Optional.of(JsonText.read(text));
      case Value.Document document -> Optional.of(document);
      case Value.Array array -> Optional.of(array);
      case Value.JsonNull none -> Optional.of(none);
      default -> Optional.empty();
    };
  }
}
