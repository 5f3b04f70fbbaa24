package io.reconciled.model.encoded;

import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8, whose unsigned byte order is that of code points. A half of a surrogate pair that
 * stands alone, which no UTF-8 text may have, takes the three bytes that its number would have; so
 * different texts always have different bytes.
 */
final class Utf8 {
  private static final int THREE_BYTES = 0xE0;
  private static final int CONTINUED = 0x80;
  private static final long EIGHT_HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final int SIX_BITS = 0x3F;
  private static final byte BEFORE_SURROGATE = (byte) 0xED;
  private static final byte FIRST_SURROGATE = (byte) 0xA0;

  private Utf8() {}

  static byte[] encode(String text) {
    return isWellFormed(text) ? text.getBytes(StandardCharsets.UTF_8) : unitByUnit(text);
  }

  /**
   * Text from somewhere else. What is not UTF-8 in it becomes what a {@link String} of these bytes
   * would have instead.
   */
  static void put(byte[] text, int from, int to, ByteSink sink) {
    if (isAscii(text, from, to)) {
      sink.put(text, from, to);
    } else {
      sink.put(encode(new String(text, from, to - from, StandardCharsets.UTF_8)));
    }
  }

  private static boolean isAscii(byte[] text, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      if ((Numbers.longAt(text, at) & EIGHT_HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; at < to; at++) {
      if (text[at] < 0) {
        return false;
      }
    }
    return true;
  }

  static String decode(byte[] bytes, int from, int to) {
    return hasSurrogate(bytes, from, to)
        ? runByRun(bytes, from, to)
        : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean paired =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static byte[] unitByUnit(String text) {
    ByteSink sink = new ByteSink(text.length() * 3);
    text.codePoints()
        .forEach(point -> {
          if (isSurrogate(point)) {
            sink.put(THREE_BYTES | (point >> 12));
            sink.put(CONTINUED | ((point >> 6) & SIX_BITS));
            sink.put(CONTINUED | (point & SIX_BITS));
          } else {
            sink.put(Character.toString(point).getBytes(StandardCharsets.UTF_8));
          }
        });
    return sink.toArray();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean hasSurrogate(byte[] bytes, int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (isSurrogateAt(bytes, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSurrogateAt(byte[] bytes, int at) {
    return bytes[at] == BEFORE_SURROGATE && (bytes[at + 1] & 0xFF) >= (FIRST_SURROGATE & 0xFF);
  }

  private static String runByRun(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int run = from;
    for (int i = from; i < to; i++) {
      if (i + 2 < to && isSurrogateAt(bytes, i)) {
        text.append(new String(bytes, run, i - run, StandardCharsets.UTF_8));
        text.append((char) (0xD000 | ((bytes[i + 1] & SIX_BITS) << 6) | (bytes[i + 2] & SIX_BITS)));
        run = i + 3;
        i = run - 1;
      }
    }
    return text.append(new String(bytes, run, to - run, StandardCharsets.UTF_8)).toString();
  }
}
