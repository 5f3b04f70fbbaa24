package io.reconciled.sweep;

import io.reconciled.app.StateDatabase;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.InMemoryDueTable;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Entity;
import io.reconciled.sweep.segment.Segments;
import io.reconciled.sweep.segment.SegmentsInTests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Sweeps with nothing beside them: the clock stands still, and nobody else asks for a look. */
final class SweepAlone {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private final Entity entity;
  private final SweepReading reading;
  private final Segments segments;
  private final StateDatabase state;

  SweepAlone(Entity entity, SweepReading reading, Segments segments, StateDatabase state) {
    this.entity = entity;
    this.reading = reading;
    this.segments = segments;
    this.state = state;
  }

  /** Of an entity whose changes nobody follows. */
  SweepAlone(Entity entity, SweepReading reading, StateDatabase state) {
    this(entity, reading, SegmentsInTests.forgotten(entity.name()), state);
  }

  /**
   * What a sweep came to.
   *
   * @param suspects the keys that it asked to look at
   */
  record Swept(List<SharedKey> suspects, SweepTally tally, PiecesToDo toDo) {}

  /** Is told after each range. */
  interface Moved {
    void after(int ranges);
  }

  Swept run(SweepSettings settings) {
    return run(settings, List.of(), ranges -> {});
  }

  /**
   * Sweeps what an earlier sweep has left, or everything.
   *
   * @param left empty where there was none
   */
  Swept run(SweepSettings settings, List<PieceOnRecord> left, Moved moved) {
    DueQueue due =
        new DueQueue(entity.name(), DueSettings.withGrace(entity.grace()), new InMemoryDueTable());
    SweepEntity sweep =
        new SweepEntity(
            entity,
            settings,
            new SweepParts(
                reading,
                SweepingInTests.answers(reading.stores(), entity),
                due,
                new JooqDiscrepancies(state.dataSource(), name -> KeyType.INTEGER, Masking.MASK),
                segments,
                CLOCK));
    Held held = new Held(sweep.toDo(left), moved);
    sweep.run(held);
    List<SharedKey> suspects =
        due.take(NOW.plus(entity.grace()), Integer.MAX_VALUE).stream()
            .map(key -> key.key().key())
            .toList();
    return new Swept(suspects, held.tally(), held.toDo());
  }

  /** A sweep's progress, kept here. */
  private static final class Held implements SweepProgress {
    private final SweepTally tally = new SweepTally();
    private final PiecesToDo toDo;
    private final Moved moved;
    private int ranges;

    Held(PiecesToDo toDo, Moved moved) {
      this.toDo = toDo;
      this.moved = moved;
    }

    @Override
    public SweepTally tally() {
      return tally;
    }

    @Override
    public PiecesToDo toDo() {
      return toDo;
    }

    @Override
    public void moved() {
      ranges++;
      moved.after(ranges);
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
