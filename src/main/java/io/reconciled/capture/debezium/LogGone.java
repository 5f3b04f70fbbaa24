package io.reconciled.capture.debezium;

import java.util.regex.Pattern;

/**
 * How an engine, or the server behind it, says that it does not get the log behind its place, or
 * that it cannot read what is there, and would end there again: a row image that is cut, a
 * statement on a table that it does not understand. The place was held against the store before the
 * engine started; this is for what that did not foresee.
 */
final class LogGone {
  private static final Pattern SAID =
      Pattern.compile(
          String.join(
              "|",
              "no longer available on the server",
              "in binary log index file",
              "not in the master's binlog",
              "state is too old",
              "purged required binary logs",
              "may no longer be in the oplog",
              "whose schema isn't known to this connector",
              "internal schema size",
              "out of sync with real database schema",
              "no viable alternative at input",
              "mismatched input",
              "extraneous input",
              "resume token was not found"));

  private LogGone() {}

  static boolean isSaidBy(String why) {
    return SAID.matcher(why).find();
  }
}
