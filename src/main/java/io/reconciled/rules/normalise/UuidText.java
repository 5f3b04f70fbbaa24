package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import io.reconciled.rules.convert.UuidForms;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Text that writes a UUID, as the UUID itself. */
record UuidText() implements Elementwise {
  static final Entry ENTRY =
      Entry.of(
          new Manual(
              "uuid",
              Parameter.NONE,
              OfText.KINDS,
              "makes a UUID of text that writes one: 32 hexadecimal digits of any case, hyphens at"
                  + " their places or none, in braces or after `urn:uuid:` or bare. Other text stays",
              List.of(
                  Example.of(
                      Value.text("{0F8FAD5B-D9CB-469F-A165-70867728950E}"),
                      new Value.Uuid(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"))))),
          new UuidText());

  @Override
  public String name() {
    return "uuid";
  }

  @Override
  public Value change(Value value) {
    if (value instanceof Value.Text(String text)) {
      Optional<Value> uuid = UuidForms.read(text).map(Value.Uuid::new);
      return uuid.orElse(value);
    }
    return value;
  }
}
