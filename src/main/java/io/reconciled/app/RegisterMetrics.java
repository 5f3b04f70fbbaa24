package io.reconciled.app;

import io.quarkus.runtime.StartupEvent;
import io.reconciled.report.metrics.ReportMetrics;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Shows the report's numbers to Prometheus from the start on. */
@Singleton
public class RegisterMetrics {
  void atStart(@Observes StartupEvent started, ReportMetrics metrics) {
    metrics.register();
  }

  void atReload(@Observes RulesReplaced replaced, ReportMetrics metrics) {
    metrics.register();
  }
}
