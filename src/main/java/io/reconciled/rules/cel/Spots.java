package io.reconciled.rules.cel;

import dev.cel.common.CelSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the parts of an expression stand in its source. */
final class Spots {
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+(\\.[0-9]+)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private final int[] source;
  private final CelSource positions;

  Spots(String source, CelSource positions) {
    this.source = source.codePoints().toArray();
    this.positions = positions;
  }

  /** {@code column 9}, or {@code line 2, column 9}; both count from 1. */
  String of(long id) {
    return ofOffset(offset(id));
  }

  /** The field of a selection, whose own place is its dot. */
  String ofField(long id) {
    return ofOffset(offset(id) + 1);
  }

  private String ofOffset(int offset) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(offset, source.length); i++) {
      boolean ends = source[i] == '\n';
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
    }
    return of(line, column);
  }

  static String of(int line, int column) {
    return line == 1 ? "column " + column : "line " + line + ", column " + column;
  }

  /** The number written there, or what the parser read where none is found. */
  String number(long id, double read) {
    int offset = offset(id);
    String rest = new String(source, offset, source.length - offset);
    Matcher matcher = NUMBER.matcher(rest.replaceFirst("^-\\s*", ""));
    String written = matcher.lookingAt() ? matcher.group() : Double.toString(Math.abs(read));
    return Double.compare(read, 0) < 0 ? "-" + written : written;
  }

  private int offset(long id) {
    return Math.clamp(positions.getPositionsMap().getOrDefault(id, 0), 0, source.length);
  }
}
