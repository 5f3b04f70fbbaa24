package io.reconciled.simulation;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Timing;
import io.reconciled.due.DueRow;
import io.reconciled.due.DueTable;
import io.reconciled.due.PassingDueTable;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StateUnavailable;
import io.reconciled.sweep.PieceOnRecord;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.SweepLog;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** A record that loses what it was given, or makes more of it than it is. */
final class PlantedRecord {
  private static final Logger LOG = Logger.getLogger(PlantedRecord.class);

  private PlantedRecord() {}

  static final class SpillLosesARow implements Seams {
    @Override
    public DueTable dueTable(DueTable table) {
      return new PassingDueTable(table) {
        @Override
        public void put(EntityName entity, Collection<DueRow> rows) {
          List<DueRow> all = List.copyOf(rows);
          super.put(entity, all.size() > 1 ? all.subList(0, all.size() - 1) : all);
        }
      };
    }
  }

  static final class FailureSwallowed implements Seams {
    @Override
    public Discrepancies discrepancies(Discrepancies record) {
      return new PassingDiscrepancies(record) {
        @Override
        public void record(List<LifeEvent> events) {
          try {
            super.record(events);
          } catch (StateUnavailable swallowed) {
            LOG.debug("swallowed", swallowed);
          }
        }
      };
    }
  }

  static final class ReplayConfirms implements Seams {
    @Override
    public Discrepancies discrepancies(Discrepancies record) {
      Set<Under> suspected = new HashSet<>();
      return new PassingDiscrepancies(record) {
        @Override
        public void record(List<LifeEvent> events) {
          super.record(events.stream().map(event -> certain(event, suspected)).toList());
        }
      };
    }

    private record Under(EntityKey key, RuleName rule) {}

    private static LifeEvent certain(LifeEvent event, Set<Under> suspected) {
      if (event instanceof LifeEvent.Suspected again
          && !suspected.add(new Under(event.key(), event.rule()))) {
        return new LifeEvent.Confirmed(
            again.key(), again.rule(), again.at(), again.since(), again.finding(), again.images());
      }
      return event;
    }
  }

  static final class OpenKeysForgotten implements Seams {
    @Override
    public Discrepancies discrepancies(Discrepancies record) {
      return new PassingDiscrepancies(record) {
        @Override
        public List<SharedKey> openKeys(EntityName entity, Optional<SharedKey> after, int limit) {
          return List.of();
        }
      };
    }
  }

  static final class SweepGoesOnTooLate implements Seams {
    @Override
    public SweepLog sweepLog(SweepLog log) {
      return new PassingSweepLog(log) {
        @Override
        public Optional<Sweep> lastOfAll(EntityName entity) {
          return super.lastOfAll(entity).map(SweepGoesOnTooLate::withoutItsFirst);
        }
      };
    }

    private static Sweep withoutItsFirst(Sweep sweep) {
      List<PieceOnRecord> left = sweep.left();
      boolean droppable = sweep.state() == Sweep.State.BROKEN_OFF && !left.isEmpty();
      return !droppable
          ? sweep
          : new Sweep(
              sweep.id(),
              sweep.entity(),
              sweep.asked(),
              sweep.onlyMoved(),
              left.size() == 1 ? Sweep.State.COMPLETE : sweep.state(),
              sweep.started(),
              sweep.finished(),
              sweep.keys(),
              sweep.suspects(),
              sweep.rows(),
              sweep.keyless(),
              sweep.unreadRanges(),
              sweep.unread(),
              left.subList(1, left.size()));
    }
  }

  static final class HalfTheGrace implements Seams {
    @Override
    public Timing timing(Timing timing) {
      return new Timing(
          timing.grace().dividedBy(2),
          timing.betweenLooks(),
          timing.fence(),
          timing.retry(),
          timing.captured(),
          timing.allowed());
    }
  }
}
