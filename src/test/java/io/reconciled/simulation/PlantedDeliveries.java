package io.reconciled.simulation;

import io.reconciled.capture.Delivered;
import io.reconciled.capture.Deliveries;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Captures that lose what they were told, or forget that it is not finished. */
final class PlantedDeliveries {
  private PlantedDeliveries() {}

  static final class AcknowledgedEarly implements Seams {
    @Override
    public Deliveries deliveries(Deliveries deliveries, BooleanSupplier looking) {
      return new Deliveries() {
        private long delivered;

        @Override
        public long deliver(Delivered record) {
          delivered = deliveries.deliver(record);
          return delivered;
        }

        @Override
        public long released() {
          return delivered;
        }
      };
    }
  }

  static final class HeartbeatAcknowledgesAll implements Seams {
    @Override
    public Deliveries deliveries(Deliveries deliveries, BooleanSupplier looking) {
      return new Deliveries() {
        private long heartbeat;

        @Override
        public long deliver(Delivered record) {
          long number = deliveries.deliver(record);
          heartbeat = record instanceof Delivered.Sign ? number : heartbeat;
          return number;
        }

        @Override
        public long released() {
          return Math.max(heartbeat, deliveries.released());
        }
      };
    }
  }

  static final class LostOnRestart implements Seams {
    @Override
    public long resume(long acknowledged) {
      return acknowledged + 1;
    }
  }

  static final class ClockForOrder implements Seams {
    private final Map<Map<String, ?>, Instant> latest = new HashMap<>();

    @Override
    public Deliveries deliveries(Deliveries deliveries, BooleanSupplier looking) {
      return without(
          deliveries,
          change -> {
            Map<String, ?> key = change.event().after();
            Instant committed = change.event().committed();
            Instant before = latest.merge(key, committed, (a, b) -> a.isAfter(b) ? a : b);
            return before.isAfter(committed);
          });
    }
  }

  static final class IgnoredWhileLooking implements Seams {
    @Override
    public Deliveries deliveries(Deliveries deliveries, BooleanSupplier looking) {
      return without(deliveries, change -> looking.getAsBoolean());
    }
  }

  /** Some changes count for signs of life. */
  private static Deliveries without(Deliveries deliveries, Predicate<Delivered.Change> ignored) {
    return new Deliveries() {
      @Override
      public long deliver(Delivered record) {
        return deliveries.deliver(
            record instanceof Delivered.Change change && ignored.test(change)
                ? new Delivered.Sign(record.offset())
                : record);
      }

      @Override
      public long released() {
        return deliveries.released();
      }
    };
  }
}
