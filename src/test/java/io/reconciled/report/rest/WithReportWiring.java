package io.reconciled.report.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Starts the application with the report's own wiring, on free ports. */
public class WithReportWiring implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(ReportWiring.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        // The daemon itself stays away: this is the report over a record in memory.
        "quarkus.arc.exclude-types", "io.reconciled.app.*",
        "quarkus.http.test-port", "0",
        "quarkus.management.enabled", "true",
        "quarkus.management.test-port", "0",
        "quarkus.smallrye-openapi.management.enabled", "false");
  }
}
