package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import io.reconciled.sweep.Sweep.State;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Starts, follows and cancels sweeps; one at a time per entity. Safe for many threads. */
public final class RunSweeps {
  private static final Logger LOG = Logger.getLogger(RunSweeps.class);
  private final Function<EntityName, SweepEntity> sweeper;
  private final SweepLog log;
  private final InstantSource clock;
  private final Executor executor;
  private final Map<EntityName, Running> running = new ConcurrentHashMap<>();

  /**
   * @param executor runs one task per sweep; tasks block on the network
   */
  public RunSweeps(
      Function<EntityName, SweepEntity> sweeper,
      SweepLog log,
      InstantSource clock,
      Executor executor) {
    this.sweeper = sweeper;
    this.log = log;
    this.clock = clock;
    this.executor = executor;
  }

  /** Starts a sweep and returns it, or returns the one of this entity that is running already. */
  public Sweep start(EntityName entity, String asked) {
    Running mine =
        running.computeIfAbsent(
            entity, e -> new Running(log.begin(e, asked, clock.instant()), log));
    if (mine.claim()) {
      try {
        executor.execute(() -> run(mine));
      } catch (RejectedExecutionException shuttingDown) {
        finish(mine, State.BROKEN_OFF);
      }
    }
    return mine.sweep();
  }

  /** Asks a running sweep to stop after its range; false where none with this id runs. */
  public boolean cancel(long id) {
    Optional<Running> found =
        running.values().stream().filter(sweep -> sweep.sweep().id() == id).findFirst();
    found.ifPresent(Running::cancel);
    return found.isPresent();
  }

  /**
   * Asks every running sweep to stop after its range. Each ends as broken off, so that its entity
   * is swept again.
   */
  public void breakOff() {
    running.values().forEach(Running::breakOff);
  }

  /** Runs a sweep to its end on the caller's thread. */
  public Sweep sweepNow(EntityName entity, String asked) {
    Running mine = new Running(log.begin(entity, asked, clock.instant()), log);
    run(mine);
    return mine.sweep();
  }

  private void run(Running mine) {
    State end = State.BROKEN_OFF;
    try {
      sweeper.apply(mine.sweep().entity()).run(mine);
      end = mine.endState();
    } finally {
      finish(mine, end);
    }
  }

  private void finish(Running mine, State end) {
    running.remove(mine.sweep().entity(), mine);
    mine.finish(end, clock.instant());
    Sweep done = mine.sweep();
    LOG.infof(
        "sweep %d of %s: %s, %d keys, %d to be looked at again",
        done.id(), done.entity(), done.state(), done.keys(), done.suspects());
  }

  /** Unread parts by dataset, one line each. */
  static Map<String, String> unreadByDataset(SweepTally tally) {
    Map<String, String> unread = new TreeMap<>();
    tally.unread().forEach(u -> unread.putIfAbsent(u.dataset().value(), u.why().detail()));
    return unread;
  }

  static <T> Map<String, T> byText(Map<DatasetName, T> byName) {
    Map<String, T> byText = new TreeMap<>();
    byName.forEach((name, value) -> byText.put(name.value(), value));
    return byText;
  }

  /** A sweep under way. */
  private static final class Running implements SweepProgress {
    private final SweepLog log;
    private final SweepTally tally = new SweepTally();
    private Sweep sweep;
    private boolean claimed;
    private volatile boolean cancelled;
    private volatile boolean brokenOff;

    Running(Sweep sweep, SweepLog log) {
      this.sweep = sweep;
      this.log = log;
    }

    synchronized Sweep sweep() {
      return sweep;
    }

    synchronized boolean claim() {
      boolean first = !claimed;
      claimed = true;
      return first;
    }

    void cancel() {
      cancelled = true;
    }

    void breakOff() {
      brokenOff = true;
    }

    State endState() {
      if (brokenOff) {
        return State.BROKEN_OFF;
      }
      if (cancelled) {
        return State.CANCELLED;
      }
      return tally.unreadRanges() == 0 ? State.COMPLETE : State.INCOMPLETE;
    }

    synchronized void finish(State state, java.time.Instant at) {
      sweep = counted(state, Optional.of(at));
      log.update(sweep);
    }

    @Override
    public SweepTally tally() {
      return tally;
    }

    @Override
    public synchronized void rangeDone(Optional<SharedKey> to) {
      sweep = counted(State.RUNNING, Optional.empty());
      log.update(sweep);
    }

    @Override
    public boolean cancelled() {
      return cancelled || brokenOff;
    }

    private Sweep counted(State state, Optional<java.time.Instant> at) {
      return new Sweep(
          sweep.id(),
          sweep.entity(),
          sweep.asked(),
          state,
          sweep.started(),
          at,
          tally.keys(),
          tally.suspects(),
          byText(tally.rows()),
          byText(tally.keyless()),
          tally.unreadRanges(),
          unreadByDataset(tally));
    }
  }
}
