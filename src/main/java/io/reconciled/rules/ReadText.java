package io.reconciled.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file as UTF-8 text of at most {@link #MOST_BYTES}. */
final class ReadText {
  static final int MOST_BYTES = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ReadText() {}

  static Optional<String> from(Path file, Complaints complaints) {
    if (!Files.isRegularFile(file)) {
      complaints.add(file, "this is not a file", "move it out of the directory");
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException unreadable) {
      complaints.add(file, "the file cannot be read", "let the daemon's user read it");
      return Optional.empty();
    }
    if (bytes.length > MOST_BYTES) {
      complaints.add(file, "the file is larger than 1 MiB", "split it, or move it elsewhere");
      return Optional.empty();
    }
    return decode(file, bytes, complaints);
  }

  private static Optional<String> decode(Path file, byte[] bytes, Complaints complaints) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    String sound = text.flip().toString();
    if (result.isError()) {
      complaints.add(endOf(file, sound), "the file is not UTF-8 text", "save it as UTF-8");
      return Optional.empty();
    }
    boolean marked = !sound.isEmpty() && sound.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(marked ? sound.substring(1) : sound);
  }

  /** The place just behind the text. */
  static Place endOf(Path file, String text) {
    int lines = (int) text.chars().filter(unit -> unit == '\n').count();
    return new Place(file, lines + 1, text.length() - text.lastIndexOf('\n'));
  }
}
