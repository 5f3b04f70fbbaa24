package io.reconciled.store;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A model of the text that stores digest, and of the digest. */
public final class CanonicalRow {
  private static final int HEX_DIGITS = 32;

  private CanonicalRow() {}

  public static String text(ScannedRow.Keyed row, List<String> attributes, String dataset) {
    StringBuilder text = new StringBuilder();
    row.key().parts().forEach(part -> text.append(text(part)));
    for (String attribute : attributes) {
      text.append(text(row.image().attributes().get(attribute), dataset));
    }
    return text.toString();
  }

  private static String text(SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> "n" + number + ";";
      case SharedKey.TextKey(String words) -> text(words);
      case SharedKey.UuidKey(var uuid) -> "u" + uuid;
    };
  }

  private static String text(Value value, String dataset) {
    return switch (value) {
      case Value.Null none -> "-";
      case Value.Whole(long number) -> "n" + number + ";";
      case Value.Decimal(var number) -> "n" + number.toPlainString() + ";";
      case Value.NotFinite(double number) -> "n" + number + ";";
      case Value.Text(String words) -> text(words);
      case Value.Bool(boolean truth) -> truth ? "b1" : "b0";
      case Value.Date(var date) -> "d" + date.toEpochDay() + ";";
      case Value.Uuid(var uuid) -> "u" + uuid;
      case Value.Unmapped unmapped -> "x" + dataset.length() + ":" + dataset;
      default -> throw new IllegalArgumentException("not on the list: " + value);
    };
  }

  private static String text(String words) {
    return "t" + words.codePointCount(0, words.length()) + ":" + words;
  }

  /**
   * @param rows in the order of their keys, each key once
   */
  public static Digest digest(
      List<ScannedRow.Keyed> rows, List<String> attributes, String dataset) {
    MessageDigest all = sha256();
    for (ScannedRow.Keyed row : rows) {
      all.update(sha256().digest(text(row, attributes, dataset).getBytes(StandardCharsets.UTF_8)));
    }
    String bits = HexFormat.of().formatHex(all.digest()).substring(0, HEX_DIGITS);
    return new Digest(rows.size(), Optional.of(bits));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
