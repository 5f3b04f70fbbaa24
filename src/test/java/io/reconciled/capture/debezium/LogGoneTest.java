package io.reconciled.capture.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogGoneTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The connector is trying to read change stream starting at MariaDbOffsetContext [...], but"
            + " this is no longer available on the server.",
        "Could not find first log file name in binary log index file Error code: 1236",
        "Error: connecting slave requested to start from GTID 0-1-5, which is not in the master's"
            + " binlog",
        "could not find GTID state requested by slave in any binlog files. Probably the slave state"
            + " is too old and required binlog files have been purged.",
        "Resume of change stream was not possible, as the resume point may no longer be in the"
            + " oplog.",
        "cannot resume stream; the resume token was not found.",
        "Error processing row in account, internal schema size 3, but row size 1 , restart connector"
            + " with schema recovery mode.",
        "Encountered change event for table billing.account whose schema isn't known to this"
            + " connector",
        "DDL statement couldn't be parsed. no viable alternative at input 'ALTER TABLE'"
      })
  void isSaid(String why) {
    assertThat(LogGone.isSaidBy(why)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection refused",
        "Failed to read next byte from position 4711",
        "replication slot \"reconciled_crm\" is active for PID 17"
      })
  void isNotSaid(String why) {
    assertThat(LogGone.isSaidBy(why)).isFalse();
  }
}
