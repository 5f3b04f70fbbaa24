package io.reconciled.store.sql;

import java.util.regex.Pattern;

/**
 * A statement of a binary log that may take, or bring, any number of a table's rows without a
 * change for each of them: the table is dropped, replaced, renamed, emptied, or a part of it is.
 */
record EmptyingStatement(String text) {
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern OF_DATABASE =
      Pattern.compile("\\bDROP\\s+(DATABASE|SCHEMA)\\b", ANY_CASE);
  private static final Pattern OF_TABLE =
      Pattern.compile(
          "\\b(DROP\\s+TABLE|TRUNCATE|RENAME\\s+TABLE|OR\\s+REPLACE\\s+TABLE)\\b"
              + "|\\bALTER\\b.*\\b(PARTITION|TABLESPACE|RENAME\\b(?!\\s+(COLUMN|INDEX|KEY)\\b))",
          ANY_CASE | Pattern.DOTALL);

  /** Whether the table's rows may have gone by it. Rather once too often. */
  boolean concerns(String table) {
    return OF_DATABASE.matcher(text).find() || (OF_TABLE.matcher(text).find() && names(table));
  }

  private boolean names(String table) {
    String quoted = Pattern.quote(table.replace("`", "``"));
    return Pattern.compile("(?<![\\w$])" + quoted + "(?![\\w$])", ANY_CASE).matcher(text).find();
  }
}
