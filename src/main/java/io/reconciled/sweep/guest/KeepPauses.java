package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Which stores' sweeps are paused by hand: on record, and in memory, where sweeps ask between
 * blocks. Safe for many threads.
 */
public final class KeepPauses {
  private static final Logger LOG = Logger.getLogger(KeepPauses.class);
  private final PauseLog log;
  private final Map<StoreName, Pause> current = new ConcurrentHashMap<>();

  /** Goes on with what is on record. */
  public KeepPauses(PauseLog log) {
    this.log = log;
    log.current().forEach(pause -> current.put(pause.store(), pause));
  }

  /** Durable, and heeded by every sweep, when it returns. */
  public synchronized void put(Pause pause) {
    log.add(pause);
    current.put(pause.store(), pause);
    LOG.infof(
        "sweeps of store %s are %s by %s: %s",
        pause.store(), pause.paused() ? "paused" : "let go on", pause.who(), pause.why());
  }

  /** The pause that the store is in, if it is. */
  public Optional<Pause> of(StoreName store) {
    return Optional.ofNullable(current.get(store)).filter(Pause::paused);
  }

  /** The newest first. */
  public List<Pause> history(StoreName store, int limit) {
    return log.history(store, limit);
  }
}
