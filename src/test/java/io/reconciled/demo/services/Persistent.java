package io.reconciled.demo.services;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes to a database until it takes it. */
final class Persistent {

  private static final Duration RETRY = Duration.ofMillis(100);

  private final ServiceDatabase database;
  private final Stop stop;
  private final Consumer<String> complain;
  private boolean down;

  /**
   * @param complain is told in a sentence when the database goes, and when it is back
   */
  Persistent(ServiceDatabase database, Stop stop, Consumer<String> complain) {
    this.database = database;
    this.stop = stop;
    this.complain = complain;
  }

  /** Returns when the database holds the rows; or false, when it was told to stop before. */
  boolean put(List<Row> rows) {
    Optional<String> refused = database.put(rows);
    while (refused.isPresent()) {
      if (!down) {
        down = true;
        complain.accept(
            "%s takes no writes, its service tries on: %s"
                .formatted(database.store(), firstLine(refused.get())));
      }
      if (stop.within(RETRY)) {
        return false;
      }
      refused = database.put(rows);
    }
    if (down) {
      down = false;
      complain.accept(database.store() + " takes writes again");
    }
    return true;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
