package io.reconciled.app;

import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.Status;
import io.reconciled.due.DueQueue;
import io.reconciled.model.Secret;
import io.reconciled.recheck.RecheckDueKeys;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Loaded;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.guest.KeepPauses;
import io.reconciled.sweep.guest.PausesInMemory;
import io.reconciled.sweep.partition.PartitionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * What the command {@code sweep} does for one entity, step by step, so that each can be measured,
 * and with a view of the keys that a sweep asked to look at.
 */
public final class OneSweep implements AutoCloseable {
  private static final int PAGE = 1_000;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private final StateDatabase state;
  private final WatchedDueTable due;
  private final Parts parts;
  private final Entity entity;

  /**
   * @param suspects the keys handed to due, as text
   * @param firstSuspect from the start of the sweep until the first was handed to due
   */
  public record Swept(
      Sweep sweep, Duration took, Set<String> suspects, Optional<Duration> firstSuspect) {}

  /** Opens the only entity of these files, with a record of its own in memory. */
  public OneSweep(Path connectors, Path rules) {
    Configuration configuration = load(connectors, rules);
    this.entity = configuration.entities().getFirst();
    this.state =
        StateDatabase.open(
            new StateUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"),
            "sa",
            Secret.NONE);
    OnRecord record = OnRecord.in(state.dataSource(), configuration, Masking.MASK);
    this.due = new WatchedDueTable(record.dueTable());
    this.parts =
        new Parts(
            configuration,
            new OnRecord(
                due,
                record.discrepancies(),
                record.find(),
                record.incidents(),
                record.rules(),
                record.sweepLog(),
                record.pauses(),
                record.segments(),
                record.doubts(),
                record.followed()),
            List.of(),
            new SteadyClock(),
            new KeepPauses(new PausesInMemory()),
            false,
            PartitionSettings.DEFAULT);
  }

  private static Configuration load(Path connectors, Path rules) {
    Settings settings =
        Settings.from(name ->
            switch (name) {
              case Settings.CONNECTORS -> Optional.of(connectors.toString());
              case Settings.RULES -> Optional.of(rules.toString());
              default -> Optional.empty();
            });
    return switch (settings.load()) {
      case Loaded.Sound(Configuration configuration) -> configuration;
      case Loaded.Refused(var problems, var flawless) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  public Swept sweep() {
    due.watch();
    long start = System.nanoTime();
    Sweep sweep = parts.runSweeps().sweepNow(entity.name(), "bench");
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Swept(
        sweep, took, due.asked(), due.firstAt().map(first -> Duration.ofNanos(first - start)));
  }

  /** The sweep that runs, or the last one, as it is on record; empty before the first. */
  public Optional<Sweep> onRecord() {
    return parts.record().sweepLog().latest(1).stream().findFirst();
  }

  /**
   * Looks at what was swept until it is settled, and returns the keys of what is confirmed, as
   * text.
   */
  public Set<String> settle(Duration patience) {
    RecheckDueKeys recheck = parts.recheck(entity, (name, key, look) -> {});
    DueQueue queue = parts.due().of(entity.name());
    Instant end = parts.clock().instant().plus(patience);
    while (queue.waiting() > 0) {
      if (parts.clock().instant().isAfter(end)) {
        throw new IllegalStateException(
            "%d keys are not settled after %s".formatted(queue.waiting(), patience));
      }
      if (recheck.round() == 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return confirmed();
  }

  private Set<String> confirmed() {
    Set<String> keys = new TreeSet<>();
    long after = 0;
    List<Discrepancy> page;
    do {
      page = parts.record().find().page(Filter.in(Status.CONFIRMED), after, PAGE);
      page.forEach(discrepancy -> keys.add(discrepancy.key()));
      after = page.isEmpty() ? after : page.getLast().id();
    } while (page.size() == PAGE);
    return keys;
  }

  @Override
  public void close() {
    parts.close();
    state.close();
  }
}
