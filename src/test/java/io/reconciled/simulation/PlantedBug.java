package io.reconciled.simulation;

import java.util.function.Supplier;

/**
 * Ways to be wrong, each of which the checks must find. A bug lies in a part that the simulation
 * puts between the daemon and the world, or between two of its stages; the daemon's own code is as
 * it is.
 */
enum PlantedBug {
  /** The end of every log counts as its beginning, so that a fence is passed when it is raised. */
  FENCE_SKIPPED(PlantedStores.FenceSkipped::new),
  /** A store that fails is taken to hold nothing. */
  ABSENT_FROM_FAILED_READ(PlantedStores.AbsentFromFailedRead::new),
  /** A store that fails is taken to hold what it held when it answered last. */
  LAST_ANSWER_FROM_FAILED_READ(PlantedStores.LastAnswer::new),
  /** Everything that was delivered is acknowledged, whether its key was looked at or not. */
  ACKNOWLEDGED_EARLY(PlantedDeliveries.AcknowledgedEarly::new),
  /** A heartbeat is acknowledged at once, and with it everything before it. */
  HEARTBEAT_ACKNOWLEDGES_ALL(PlantedDeliveries.HeartbeatAcknowledgesAll::new),
  /** A capture goes on one entry too late after a restart. */
  EVENT_LOST_ON_RESTART(PlantedDeliveries.LostOnRestart::new),
  /**
   * Of two changes of a key, the one with the later commit time counts as the later one, although
   * stores' clocks differ.
   */
  CLOCK_USED_FOR_ORDER(PlantedDeliveries.ClockForOrder::new),
  /** A move that is told while the daemon looks at keys is forgotten. */
  MOVE_DURING_LOOK_IGNORED(PlantedDeliveries.IgnoredWhileLooking::new),
  /** Of several keys that are written to the due table together, the last is not. */
  SPILL_LOSES_A_ROW(PlantedRecord.SpillLosesARow::new),
  /** Where the state database fails to record what was found, that is not noticed. */
  STATE_FAILURE_SWALLOWED(PlantedRecord.FailureSwallowed::new),
  /** What is suspected for the second time, as after a replay, is confirmed at once. */
  REPLAY_CONFIRMS(PlantedRecord.ReplayConfirms::new),
  /** What was open when the daemon died is not looked at by the next. */
  OPEN_KEYS_FORGOTTEN(PlantedRecord.OpenKeysForgotten::new),
  /** A sweep that is taken up goes on behind the range that it was broken off in. */
  SWEEP_GOES_ON_TOO_LATE(PlantedRecord.SweepGoesOnTooLate::new),
  /** Half the grace window counts for the whole. */
  HALF_THE_GRACE(PlantedRecord.HalfTheGrace::new);

  private final Supplier<Seams> seams;

  PlantedBug(Supplier<Seams> seams) {
    this.seams = seams;
  }

  /** New ones for each run. */
  Seams seams() {
    return seams.get();
  }
}
