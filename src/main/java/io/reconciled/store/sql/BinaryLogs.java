package io.reconciled.store.sql;

import io.reconciled.model.Position;
import io.reconciled.store.KeptLog;
import io.reconciled.store.StoreSettings;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Record;

/** The files of a binary log, which the server keeps for as long as it is set to. */
final class BinaryLogs {
  private BinaryLogs() {}

  /** The number of a file, by which they follow each other. */
  static Optional<Long> number(String file) {
    String digits = file.substring(file.lastIndexOf('.') + 1);
    return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  /** The name of a file, for the inside of a literal. */
  static String quoted(String file) {
    return file.replace("'", "''");
  }

  /** How much is written behind a position. */
  static KeptLog behind(StoreSettings settings, Position position) {
    try (SqlConnections connections = new SqlConnections(settings, new MariaDbDialect())) {
      long bytes =
          connections.ask(
              "tell how long its log is",
              sql ->
                  sql.resultQuery("SHOW BINARY LOGS").fetch().stream()
                      .mapToLong(file -> behind(file, position))
                      .sum());
      return new KeptLog(OptionalLong.empty(), OptionalLong.of(bytes), Optional.empty());
    }
  }

  private static long behind(Record file, Position position) {
    long number = number(String.valueOf(file.get(0))).orElse(-1L);
    long size = file.get(1, Long.class);
    if (number == position.log()) {
      return Math.max(0, size - position.offset());
    }
    return number > position.log() ? size : 0;
  }
}
