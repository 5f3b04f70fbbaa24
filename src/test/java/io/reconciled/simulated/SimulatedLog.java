package io.reconciled.simulated;

import io.reconciled.capture.Delivered;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.store.ChangeEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database's log of changes: entries at offsets 1 and up. */
public final class SimulatedLog {
  static final String OFFSET = "offset";
  static final String CONTAINER = "container";
  private final InstantSource clock;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param at when it was committed
   */
  public record Entry(Instant at, Delivered delivered) {}

  SimulatedLog(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void changed(List<String> container, List<String> keyFields, SharedKey key) {
    Instant now = clock.instant();
    ChangeEvent event =
        new ChangeEvent(
            Map.of(CONTAINER, String.join(".", container)),
            Map.of(),
            Map.of(),
            Map.of(String.join(",", keyFields), key),
            now);
    entries.add(new Entry(now, new Delivered.Change(nextOffset(), event)));
  }

  /** The end of the log; leaves a mark, so that an idle log passes it too. */
  synchronized Position head() {
    entries.add(new Entry(clock.instant(), new Delivered.Sign(nextOffset())));
    return new Position(0, entries.size());
  }

  /** How many entries there are. */
  public synchronized long end() {
    return entries.size();
  }

  /** What is behind this offset. */
  public synchronized Optional<Entry> next(long offset) {
    return offset < entries.size() ? Optional.of(entries.get((int) offset)) : Optional.empty();
  }

  /** What a capture delivers when nothing has happened behind this offset for a while. */
  public static Delivered heartbeat(long offset) {
    return new Delivered.Sign(Map.of(OFFSET, offset));
  }

  private Map<String, Long> nextOffset() {
    return Map.of(OFFSET, entries.size() + 1L);
  }
}
