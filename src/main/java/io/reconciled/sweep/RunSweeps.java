package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.sweep.Sweep.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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

  /**
   * Starts a sweep and returns it, or returns the one of this entity that is running already. One
   * that reads only what moved makes way for it, and loses nothing by that.
   */
  public Sweep start(EntityName entity, String asked) {
    Running mine =
        running.compute(
            entity,
            (e, now) ->
                now == null || now.sweep().onlyMoved()
                    ? new Running(log.begin(e, asked, clock.instant()), log).after(now)
                    : now);
    begin(mine);
    return mine.sweep();
  }

  /**
   * Starts a sweep of what moved since it was last read and returns it, or returns the one of this
   * entity that is running already. Where it comes to a sweep of all keys, it counts as one.
   */
  public Sweep startMoved(EntityName entity, String asked) {
    Running mine =
        running.computeIfAbsent(
            entity, e -> new Running(log.beginOfMoved(e, asked + ", moved", clock.instant()), log));
    begin(mine);
    return mine.sweep();
  }

  /** Asks a running sweep to stop after its range; false where none with this id runs. */
  public boolean cancel(long id) {
    Optional<Running> found = find(id);
    found.ifPresent(Running::cancel);
    return found.isPresent();
  }

  /** Whether the sweep with this id runs, or waits for its turn, here. */
  public boolean isRunning(long id) {
    return find(id).isPresent();
  }

  private Optional<Running> find(long id) {
    return running.values().stream().filter(sweep -> sweep.sweep().id() == id).findFirst();
  }

  /**
   * Asks every running sweep to stop after its range. Each ends as broken off, so that its entity
   * is swept again.
   */
  public void breakOff() {
    running.values().forEach(Running::breakOff);
  }

  /**
   * Takes up a sweep that was left before its end, or that could not read everything; or starts
   * another where one of this entity runs already.
   */
  public Sweep takeUp(Sweep earlier) {
    Running mine = running.computeIfAbsent(earlier.entity(), e -> new Running(earlier, log));
    begin(mine);
    return mine.sweep();
  }

  /** Runs a sweep to its end on the caller's thread. */
  public Sweep sweepNow(EntityName entity, String asked) {
    Running mine = new Running(log.begin(entity, asked, clock.instant()), log);
    run(mine);
    return mine.sweep();
  }

  private void begin(Running mine) {
    if (mine.claim()) {
      execute(mine);
    }
  }

  private void execute(Running mine) {
    try {
      executor.execute(() -> run(mine));
    } catch (RejectedExecutionException shuttingDown) {
      finish(mine, State.BROKEN_OFF);
    }
  }

  private void run(Running mine) {
    State end = State.BROKEN_OFF;
    try {
      SweepEntity sweep = sweeper.apply(mine.sweep().entity());
      if (mine.sweep().onlyMoved()) {
        mine.begin(sweep.moved());
      } else {
        mine.begin(sweep.toDo(mine.sweep().left()));
      }
      sweep.run(mine);
      end = mine.endState();
    } finally {
      finish(mine, end);
    }
  }

  private void finish(Running mine, State end) {
    running.remove(mine.sweep().entity(), mine);
    try {
      mine.finish(end, clock.instant());
      tell(mine.sweep());
    } finally {
      mine.next().ifPresent(this::execute);
    }
  }

  private static void tell(Sweep done) {
    LOG.infof(
        "sweep %d of %s: %s, %d keys, %d to be looked at again",
        done.id(), done.entity(), done.state(), done.keys(), done.suspects());
  }

  static <T> Map<String, T> byText(Map<DatasetName, T> byName) {
    Map<String, T> byText = new TreeMap<>();
    byName.forEach((name, value) -> byText.put(name.value(), value));
    return byText;
  }

  /** A sweep under way. */
  private static final class Running implements SweepProgress {
    private final SweepLog log;
    private final SweepTally tally;
    private Sweep sweep;
    private PiecesToDo toDo = PiecesToDo.rest(List.of());
    private Optional<Running> next = Optional.empty();
    private boolean claimed;
    private volatile boolean cancelled;
    private volatile boolean brokenOff;

    Running(Sweep sweep, SweepLog log) {
      this.sweep = sweep;
      this.log = log;
      this.tally = new SweepTally(sweep);
    }

    synchronized Sweep sweep() {
      return sweep;
    }

    synchronized boolean claim() {
      boolean first = !claimed;
      claimed = true;
      return first;
    }

    /** Begins only when another has ended, which is asked to. */
    Running after(@Nullable Running other) {
      if (other != null) {
        claim();
        other.makeWayFor(this);
      }
      return this;
    }

    private synchronized void makeWayFor(Running other) {
      next = Optional.of(other);
      cancel();
    }

    /** What was kept waiting by this. */
    synchronized Optional<Running> next() {
      return next;
    }

    synchronized void begin(PiecesToDo all) {
      toDo = all;
      moved();
    }

    synchronized void begin(MovedToDo moved) {
      moved
          .whyAll()
          .ifPresent(why -> sweep = sweep.ofAll(sweep.asked() + ", but all keys: " + why));
      begin(moved.toDo());
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
      return toDo().left().isEmpty() ? State.COMPLETE : State.INCOMPLETE;
    }

    synchronized void finish(State state, Instant at) {
      sweep = counted(state, Optional.of(at));
      log.update(sweep);
    }

    @Override
    public SweepTally tally() {
      return tally;
    }

    @Override
    public synchronized PiecesToDo toDo() {
      return toDo;
    }

    @Override
    public synchronized void moved() {
      sweep = counted(State.RUNNING, Optional.empty());
      log.update(sweep);
    }

    @Override
    public boolean cancelled() {
      return cancelled || brokenOff;
    }

    private Sweep counted(State state, Optional<Instant> at) {
      return toDo.whenAtRest(() -> asCounted(state, at));
    }

    private Sweep asCounted(State state, Optional<Instant> at) {
      return new Sweep(
          sweep.id(),
          sweep.entity(),
          sweep.asked(),
          sweep.onlyMoved(),
          state,
          sweep.started(),
          at,
          tally.keys(),
          tally.suspects(),
          byText(tally.rows()),
          byText(tally.keyless()),
          toDo.unreadRanges(),
          toDo.unreadByDataset(),
          toDo.left().stream().map(PieceOnRecord::of).toList());
    }
  }
}
