package io.reconciled.rules.convert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue: every conversion that a mapping can name behind {@code as:}. */
public final class Conversions {
  private static final List<Named> ALL =
      List.of(
          ToUuid.PLAIN,
          ToUuid.LEGACY_JAVA,
          ToUuid.LEGACY_CSHARP,
          ToUuid.TIME_SWAPPED,
          ToBoolean.NAMED,
          ToHex.NAMED,
          ToList.NAMED,
          ToDuration.NAMED,
          ToDate.NAMED,
          ToText.NAMED,
          ToInteger.NAMED,
          ToJson.NAMED);

  private Conversions() {}

  /** In the order in which they are documented. */
  public static List<String> names() {
    return ALL.stream().map(Named::name).toList();
  }

  public static Optional<Conversion> named(String name) {
    return ALL.stream()
        .filter(conversion -> conversion.name().equals(name))
        .<Conversion>map(conversion -> conversion)
        .findFirst();
  }

  /** Of all that have a name, and of the time zone. */
  public static List<Manual> manuals() {
    return Stream.concat(ALL.stream().map(Named::manual), Stream.of(InZone.MANUAL)).toList();
  }
}
