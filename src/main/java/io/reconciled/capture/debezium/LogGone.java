package io.reconciled.capture.debezium;

import java.util.regex.Pattern;

/**
 * How an engine, or the server behind it, says that it does not get the log behind its place. The
 * place was held against the store before the engine started; this is for what that did not
 * foresee.
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
              "resume token was not found"));

  private LogGone() {}

  static boolean isSaidBy(String why) {
    return SAID.matcher(why).find();
  }
}
