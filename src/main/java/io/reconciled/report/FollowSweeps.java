package io.reconciled.report;

import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.gauge.HowFar;
import java.util.Optional;

/** How far sweeps are. */
public interface FollowSweeps {
  /** Empty for a sweep that does not run. */
  Optional<HowFar> howFar(Sweep sweep);
}
