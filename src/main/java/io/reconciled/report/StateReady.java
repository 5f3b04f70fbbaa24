package io.reconciled.report;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the state database takes rows: without it nothing is recorded or reported, and one
 * that can still be read may be full.
 */
@Readiness
@Singleton
public class StateReady implements HealthCheck {
  private final ProbeState state;

  public StateReady(ProbeState state) {
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("state database").status(state.takesRows()).build();
  }
}
