package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** UUIDs, from the orders in which systems store their sixteen bytes. */
final class ToUuid {
  private static final String WANTED = "UUID";
  private static final Value ONE = uuid("00112233-4455-6677-8899-aabbccddeeff");
  private static final int HEX_DIGITS = 32;

  static final Named PLAIN =
      Named.of(
          "uuid",
          WANTED,
          stored -> stored instanceof Value.Text(String text) ? ofText(text) : ofBytes(stored),
          "16 bytes in the order of the text form, or text in any usual form, are a UUID",
          new Manual.Example(new Value.Bytes("00112233445566778899aabbccddeeff"), ONE),
          new Manual.Example(Value.text("00112233-4455-6677-8899-AABBCCDDEEFF"), ONE),
          new Manual.Example(Value.text("n/a"), new Value.Unmapped("text that is no UUID")));

  static final Named LEGACY_JAVA =
      reordered(
          "uuid-legacy-java",
          "76543210fedcba98",
          "16 bytes as MongoDB's Java driver wrote them as subtype 3: each half is reversed",
          "7766554433221100ffeeddccbbaa9988");

  static final Named LEGACY_CSHARP =
      reordered(
          "uuid-legacy-csharp",
          "3210547689abcdef",
          "16 bytes as MongoDB's C# driver wrote them as subtype 3, in the order of a .NET Guid: the"
              + " first three groups are reversed",
          "33221100554477668899aabbccddeeff");

  static final Named TIME_SWAPPED =
      reordered(
          "uuid-time-swapped",
          "4567230189abcdef",
          "16 bytes as MySQL's `UUID_TO_BIN(x, 1)` makes them: the third group before the second"
              + " before the first",
          "66774455001122338899aabbccddeeff");

  private ToUuid() {}

  /**
   * @param order where each byte of the UUID stands in what is stored, one digit each
   */
  private static Named reordered(String name, String order, String effect, String example) {
    Function<Value, Optional<Value>> meaning = stored -> ofBytes(inOrder(order, stored));
    return Named.of(
        name, WANTED, meaning, effect, new Manual.Example(new Value.Bytes(example), ONE));
  }

  private static Value inOrder(String order, Value stored) {
    return stored instanceof Value.Bytes(String hex) && hex.length() == HEX_DIGITS
        ? new Value.Bytes(inOrder(order, hex))
        : stored;
  }

  private static String inOrder(String order, String hex) {
    StringBuilder ordered = new StringBuilder(HEX_DIGITS);
    order
        .chars()
        .map(digit -> 2 * Character.digit(digit, 16))
        .forEach(at -> ordered.append(hex, at, at + 2));
    return ordered.toString();
  }

  private static Optional<Value> ofText(String text) {
    return UuidForms.read(text).map(Value.Uuid::new);
  }

  private static Optional<Value> ofBytes(Value stored) {
    return switch (stored) {
      case Value.Uuid uuid -> Optional.of(uuid);
      case Value.Bytes(String hex) when hex.length() == HEX_DIGITS ->
          Optional.of(new Value.Uuid(UuidForms.ofDigits(hex)));
      default -> Optional.empty();
    };
  }

  private static Value uuid(String text) {
    return new Value.Uuid(UUID.fromString(text));
  }
}
