package io.reconciled.report;

import io.reconciled.model.ReconciledException;
import io.reconciled.sweep.SweepLog;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the state database answers: without it nothing is recorded or reported. */
@Readiness
@Singleton
public class StateReady implements HealthCheck {
  private final SweepLog sweeps;

  public StateReady(SweepLog sweeps) {
    this.sweeps = sweeps;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      sweeps.latest(1);
      return HealthCheckResponse.up("state database");
    } catch (ReconciledException notAnswering) {
      return HealthCheckResponse.down("state database");
    }
  }
}
