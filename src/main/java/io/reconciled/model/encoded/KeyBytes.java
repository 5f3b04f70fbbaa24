package io.reconciled.model.encoded;

import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Keys as bytes whose unsigned order is the order of {@link SharedKey}. Integers are eight bytes
 * with their sign turned, UUIDs their sixteen, text is UTF-8; a text within a composite key has its
 * zero bytes escaped and two at its end, so that a shorter text comes before a longer one whatever
 * follows.
 */
public final class KeyBytes {
  private static final int ESCAPED = 0xFF;

  private KeyBytes() {}

  public static void put(SharedKey key, ByteSink sink) {
    switch (key) {
      case SharedKey.IntegerKey(long number) -> putInteger(number, sink);
      case SharedKey.UuidKey(UUID uuid) -> putUuid(uuid, sink);
      case SharedKey.TextKey(String text) -> sink.put(Utf8.encode(text));
      case SharedKey.Composite(List<SharedKey.Single> parts) ->
          parts.forEach(part -> putPart(part, sink));
    }
  }

  public static void putInteger(long number, ByteSink sink) {
    sink.putLong(number ^ Long.MIN_VALUE);
  }

  public static byte[] of(SharedKey key) {
    ByteSink sink = new ByteSink(Long.BYTES);
    put(key, sink);
    return sink.toArray();
  }

  /** The key that was put. */
  public static SharedKey decode(KeyShape shape, byte[] bytes, int from, int to) {
    if (shape instanceof KeyType type) {
      return single(type, bytes, from, to);
    }
    List<SharedKey.Single> parts = new ArrayList<>();
    int start = from;
    for (KeyType type : shape.parts()) {
      int end = endOfPart(type, bytes, start);
      parts.add(
          type == KeyType.TEXT ? escaped(bytes, start, end) : single(type, bytes, start, end));
      start = end;
    }
    return new SharedKey.Composite(parts);
  }

  private static void putUuid(UUID uuid, ByteSink sink) {
    sink.putLong(uuid.getMostSignificantBits());
    sink.putLong(uuid.getLeastSignificantBits());
  }

  /** Writes one part of a composite key. */
  public static void putPart(SharedKey.Single part, ByteSink sink) {
    if (part instanceof SharedKey.TextKey(String text)) {
      byte[] bytes = Utf8.encode(text);
      putTextPart(bytes, 0, bytes.length, sink);
    } else {
      put(part, sink);
    }
  }

  /** Writes UTF-8 text as one part of a composite key. */
  public static void putTextPart(byte[] utf8, int from, int to, ByteSink sink) {
    for (int i = from; i < to; i++) {
      sink.put(utf8[i]);
      if (utf8[i] == 0) {
        sink.put(ESCAPED);
      }
    }
    sink.put(0);
    sink.put(0);
  }

  /** The {@link ValueTag} of the values that can be such a part. */
  static byte tagOf(KeyType type) {
    return switch (type) {
      case INTEGER -> ValueTag.WHOLE;
      case TEXT -> ValueTag.TEXT;
      case UUID -> ValueTag.UUID;
    };
  }

  private static SharedKey.Single single(KeyType type, byte[] bytes, int from, int to) {
    return switch (type) {
      case INTEGER -> new SharedKey.IntegerKey(Numbers.longAt(bytes, from) ^ Long.MIN_VALUE);
      case UUID ->
          new SharedKey.UuidKey(
              new UUID(Numbers.longAt(bytes, from), Numbers.longAt(bytes, from + Long.BYTES)));
      case TEXT -> new SharedKey.TextKey(Utf8.decode(bytes, from, to));
    };
  }

  private static int endOfPart(KeyType type, byte[] bytes, int from) {
    return switch (type) {
      case INTEGER -> from + Long.BYTES;
      case UUID -> from + 2 * Long.BYTES;
      case TEXT -> {
        int at = from;
        while (bytes[at] != 0 || bytes[at + 1] != 0) {
          at += bytes[at] == 0 ? 2 : 1;
        }
        yield at + 2;
      }
    };
  }

  private static SharedKey.Single escaped(byte[] bytes, int from, int end) {
    ByteSink text = new ByteSink(end - from);
    for (int at = from; at < end - 2; at++) {
      text.put(bytes[at]);
      if (bytes[at] == 0) {
        at++;
      }
    }
    return new SharedKey.TextKey(Utf8.decode(text.toArray(), 0, text.size()));
  }
}
