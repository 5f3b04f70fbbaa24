package io.reconciled.store.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ParseUnknownFunctions;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;

/**
 * Judges the condition that says which rows a dataset takes. It goes to the database as it is
 * written, so that it means what its author tried there; what it may be is one condition over the
 * row's own columns, which changes nothing and asks for nothing else.
 */
final class RowFilter {
  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`");
  private static final Pattern WORD = Pattern.compile("[^\\p{Alnum}_]+");

  /** Words that ask for other rows, or move a sequence. */
  private static final List<String> OTHER_ROWS =
      List.of("select", "with", "values", "table", "nextval", "setval", "next", "into");

  private static final List<String> MARKS = List.of("--", "/*", "#", ";", "?", "$", "{", "\\");
  private final DSLContext parser;

  RowFilter(SQLDialect dialect) {
    Settings settings =
        new Settings()
            .withParseDialect(dialect)
            .withParseUnknownFunctions(ParseUnknownFunctions.FAIL);
    this.parser = DSL.using(dialect, settings);
  }

  /** What keeps the text from being used as a filter. */
  Optional<String> objection(String where) {
    String unquoted = QUOTED.matcher(where).replaceAll("''");
    Optional<String> mark =
        MARKS.stream()
            .filter(found -> unquoted.contains(found) || isEscape(found, where))
            .findFirst();
    if (mark.isPresent()) {
      return Optional.of("has " + mark.get() + " in it, which a filter has no use for");
    }
    Optional<String> word =
        WORD.splitAsStream(unquoted.toLowerCase(Locale.ROOT))
            .filter(OTHER_ROWS::contains)
            .findFirst();
    return word.isPresent()
        ? word.map(found -> "asks for more than the row itself, with the word " + found)
        : misread(where);
  }

  /** Whether a backslash escapes within quotes depends on the server's settings: none is taken. */
  private static boolean isEscape(String mark, String where) {
    return mark.equals("\\") && where.contains(mark);
  }

  private Optional<String> misread(String where) {
    try {
      parser.parser().parseCondition(where);
      return Optional.empty();
    } catch (ParserException unreadable) {
      return Optional.of(
          "is no condition that can be followed: "
              + String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""));
    }
  }
}
