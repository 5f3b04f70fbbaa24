package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.util.Optional;

/** Bytes written as text. */
final class ToHex {
  static final Named NAMED =
      Named.of(
          "hex",
          "byte string",
          stored ->
              stored instanceof Value.Bytes(String hex)
                  ? Optional.of(Value.text(hex))
                  : Optional.empty(),
          "bytes are the text of their hexadecimal digits, in small letters: so an ObjectId meets"
              + " the text that another store keeps of it",
          new Manual.Example(new Value.Bytes("00ff"), Value.text("00ff")));

  private ToHex() {}
}
