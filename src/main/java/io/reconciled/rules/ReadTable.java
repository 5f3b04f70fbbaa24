package io.reconciled.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a table: up to three names between dots. A name that holds a dot or a quote is
 * written in double quotes, a quote in it twice; other names may be, and are taken as they are:
 * spaces inside them and the case of letters count.
 */
final class ReadTable {
  private static final Pattern NAME =
      Pattern.compile("\\s*(?:\"((?:[^\"]|\"\"){1,128})\"|([^\".]{1,128}))\\s*(\\.|\\z)");
  private static final int MOST_NAMES = 3;

  private ReadTable() {}

  static Optional<List<String>> of(Part part) {
    return part.text(
        ReadTable::parse,
        "the path of a table, such as public.subscriber",
        "write schema.table; put a name that holds a dot into double quotes: '\"my.schema\".table'");
  }

  private static Optional<List<String>> parse(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(text);
    boolean more = true;
    while (more && names.size() < MOST_NAMES && matcher.lookingAt()) {
      String quoted = matcher.group(1);
      String name = quoted == null ? matcher.group(2).strip() : quoted.replace("\"\"", "\"");
      if (name.isBlank()) {
        return Optional.empty();
      }
      names.add(name);
      more = matcher.group(3).equals(".");
      matcher.region(matcher.end(), text.length());
    }
    return more ? Optional.empty() : Optional.of(names);
  }
}
