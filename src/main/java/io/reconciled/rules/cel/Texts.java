package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Functions of text; positions and sizes count code points. */
final class Texts {
  /** Characters that are searched in the time of one step. */
  private static final int CHARACTERS_PER_STEP = 32;

  private Texts() {}

  /** Makes a text, unless it would be too long. */
  static Value ofLength(long length, Supplier<String> text) {
    return length > Evaluation.LONGEST ? Evaluation.TOO_LONG : Value.text(text.get());
  }

  static Value contains(Evaluation evaluation, Value[] arguments) {
    return arguments[0] instanceof Value.Text all && arguments[1] instanceof Value.Text part
        ? search(evaluation, all.text(), part.text())
            ? new Value.Bool(all.text().contains(part.text()))
            : Evaluation.TOO_MUCH
        : Body.MISFIT;
  }

  static Value startsWith(Evaluation evaluation, Value[] arguments) {
    return arguments[0] instanceof Value.Text all && arguments[1] instanceof Value.Text part
        ? new Value.Bool(all.text().startsWith(part.text()))
        : Body.MISFIT;
  }

  static Value endsWith(Evaluation evaluation, Value[] arguments) {
    return arguments[0] instanceof Value.Text all && arguments[1] instanceof Value.Text part
        ? new Value.Bool(all.text().endsWith(part.text()))
        : Body.MISFIT;
  }

  /** A to Z only, as in CEL. */
  static Value lowerAscii(Evaluation evaluation, Value[] arguments) {
    return arguments[0] instanceof Value.Text text
        ? Value.text(eachAscii(text.text(), 'A', 'Z', 'a' - 'A'))
        : Body.MISFIT;
  }

  static Value upperAscii(Evaluation evaluation, Value[] arguments) {
    return arguments[0] instanceof Value.Text text
        ? Value.text(eachAscii(text.text(), 'a', 'z', 'A' - 'a'))
        : Body.MISFIT;
  }

  static Value trim(Evaluation evaluation, Value[] arguments) {
    return arguments[0] instanceof Value.Text text ? Value.text(text.text().strip()) : Body.MISFIT;
  }

  static Value size(Evaluation evaluation, Value[] arguments) {
    return switch (arguments[0]) {
      case Value.Text text -> Value.number(text.text().codePointCount(0, text.text().length()));
      case Value.Bytes bytes -> Value.number(bytes.hex().length() / 2);
      case Value.Array list -> Value.number(list.elements().size());
      case Value.Document map -> Value.number(map.fields().size());
      default -> Body.MISFIT;
    };
  }

  /** From a position, up to but not including another, or to the end. */
  static Value substring(Evaluation evaluation, Value[] arguments) {
    if (!(arguments[0] instanceof Value.Text text) || !(arguments[1] instanceof Value.Whole from)) {
      return Body.MISFIT;
    }
    long size = text.text().codePointCount(0, text.text().length());
    long to = size;
    if (arguments.length == 3) {
      if (!(arguments[2] instanceof Value.Whole end)) {
        return Body.MISFIT;
      }
      to = end.number();
    }
    if (from.number() < 0 || from.number() > to || to > size) {
      return new Value.Unmapped("a text is too short for the part that is to be taken of it");
    }
    int begin = text.text().offsetByCodePoints(0, (int) from.number());
    int end = text.text().offsetByCodePoints(begin, (int) (to - from.number()));
    return Value.text(text.text().substring(begin, end));
  }

  /** The parts between separators; with an empty separator, every code point. */
  static Value split(Evaluation evaluation, Value[] arguments) {
    if (!(arguments[0] instanceof Value.Text text)
        || !(arguments[1] instanceof Value.Text separator)) {
      return Body.MISFIT;
    }
    String all = text.text();
    String between = separator.text();
    if (!search(evaluation, all, between) || !evaluation.spend(all.length())) {
      return Evaluation.TOO_MUCH;
    }
    if (between.isEmpty()) {
      return new Value.Array(
          all.codePoints().mapToObj(Character::toString).map(Value::text).toList());
    }
    List<Value> parts = new ArrayList<>();
    int begin = 0;
    for (int at = all.indexOf(between); at >= 0; at = all.indexOf(between, begin)) {
      parts.add(Value.text(all.substring(begin, at)));
      begin = at + between.length();
    }
    parts.add(Value.text(all.substring(begin)));
    return new Value.Array(parts);
  }

  /** The texts of a list, one behind the other, with a separator if one is given. */
  static Value join(Evaluation evaluation, Value[] arguments) {
    Value between = arguments.length == 2 ? arguments[1] : Value.text("");
    if (!(arguments[0] instanceof Value.Array list) || !(between instanceof Value.Text separator)) {
      return Body.MISFIT;
    }
    StringBuilder joined = new StringBuilder();
    boolean first = true;
    for (Value element : list.elements()) {
      if (!(Kind.meet(element, "an element") instanceof Value.Text text)) {
        return new Value.Unmapped("a list that is to be joined holds more than text");
      }
      joined.append(first ? "" : separator.text()).append(text.text());
      first = false;
      if (joined.length() > Evaluation.LONGEST) {
        return Evaluation.TOO_LONG;
      }
      if (!evaluation.spend(1)) {
        return Evaluation.TOO_MUCH;
      }
    }
    return Value.text(joined.toString());
  }

  /** Every occurrence of a text, which must not be empty, by another. */
  static Value replace(Evaluation evaluation, Value[] arguments) {
    if (!(arguments[0] instanceof Value.Text all)
        || !(arguments[1] instanceof Value.Text old)
        || !(arguments[2] instanceof Value.Text by)) {
      return Body.MISFIT;
    }
    if (old.text().isEmpty()) {
      return new Value.Unmapped("replace() is to replace an empty text");
    }
    if (!search(evaluation, all.text(), old.text())) {
      return Evaluation.TOO_MUCH;
    }
    long times = 0;
    for (int at = all.text().indexOf(old.text());
        at >= 0;
        at = all.text().indexOf(old.text(), at + old.text().length())) {
      times++;
    }
    long length = all.text().length() + times * (by.text().length() - (long) old.text().length());
    return evaluation.spend(times)
        ? ofLength(length, () -> all.text().replace(old.text(), by.text()))
        : Evaluation.TOO_MUCH;
  }

  /** Pays for a search at its worst, where the wanted text almost occurs everywhere. */
  private static boolean search(Evaluation evaluation, String all, String part) {
    return evaluation.spend((long) all.length() * (part.length() + 1L) / CHARACTERS_PER_STEP);
  }

  private static String eachAscii(String text, char first, char last, int shift) {
    StringBuilder changed = new StringBuilder(text.length());
    text.chars()
        .map(unit -> unit >= first && unit <= last ? unit + shift : unit)
        .forEach(unit -> changed.append((char) unit));
    return changed.toString();
  }
}
