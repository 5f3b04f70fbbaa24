package io.reconciled.store;

import io.reconciled.model.StoreName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** What those who would follow a store call it in its server, which may tell no case apart. */
public final class HoldName {
  private static final int LONGEST = 33;

  private HoldName() {}

  /**
   * {@code profiles@shop}: at most 33 characters of ASCII without blanks or capitals. One that is
   * cut, or has other characters, gets a checksum behind it.
   */
  public static String of(StoreName store, String database) {
    String whole = store.value() + "@" + database;
    String plain = whole.toLowerCase(Locale.ROOT).replaceAll("[^!-~]", "_");
    if (plain.equals(whole) && plain.length() <= LONGEST) {
      return plain;
    }
    CRC32 crc = new CRC32();
    crc.update(whole.getBytes(StandardCharsets.UTF_8));
    String mark = "_%08x".formatted(crc.getValue());
    return plain.substring(0, Math.min(plain.length(), LONGEST - mark.length())) + mark;
  }
}
