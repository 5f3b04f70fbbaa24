package io.reconciled.simulation;

import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened, line by line, as a person wants to read it when something went wrong. */
final class Story {
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param key empty where it concerns all
   */
  record Line(Instant at, String who, String what, Optional<SharedKey> key) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%10s  %-14s %s%s",
          Times.text(at),
          who,
          key.map(named -> "key " + named + ": ").orElse(""),
          what);
    }
  }

  void tell(Instant at, String who, String what) {
    lines.add(new Line(at, who, what, Optional.empty()));
  }

  void tell(Instant at, String who, SharedKey key, String what) {
    lines.add(new Line(at, who, what, Optional.of(key)));
  }

  /** The last lines of a key, and those that concern all; of no key, the last of any. */
  List<String> last(Optional<SharedKey> key, int most) {
    List<String> told =
        lines.stream()
            .filter(line -> key.isEmpty() || line.key().isEmpty() || line.key().equals(key))
            .map(Line::toString)
            .toList();
    return told.subList(Math.max(0, told.size() - most), told.size());
  }
}
