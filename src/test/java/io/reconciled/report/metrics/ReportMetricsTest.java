package io.reconciled.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.report.ComposeReport;
import io.reconciled.report.DueInMemory;
import io.reconciled.report.LatestReport;
import io.reconciled.report.RecordInMemory;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.RulesState;
import io.reconciled.report.SubscriberExample;
import io.reconciled.rules.Configuration;
import io.reconciled.sweep.InMemorySweepLog;
import io.reconciled.sweep.RunSweeps;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final InMemorySweepLog sweeps = new InMemorySweepLog();
  private final InstantSource clock = InstantSource.fixed(SubscriberExample.NOON);
  private Configuration configuration = SubscriberExample.configuration();

  @Test
  void otherRulesHaveTheirGaugesAndThoseThatStayKeepTheirs() {
    ReportMetrics metrics = metrics();
    metrics.register();
    assertThat(rules()).containsExactlyInAnyOrder("present", "equal-status");
    Gauge verdict = registry.get("reconciled.verdict").gauge();

    configuration = new Configuration(configuration.connectors(), List.of());
    metrics.register();
    assertThat(rules()).isEmpty();
    assertThat(registry.get("reconciled.verdict").gauge()).isSameAs(verdict);

    configuration = SubscriberExample.configuration();
    metrics.register();
    assertThat(rules()).containsExactlyInAnyOrder("present", "equal-status");
  }

  private Set<String> rules() {
    return registry.find("reconciled.discrepancies").gauges().stream()
        .map(gauge -> gauge.getId().getTag("rule"))
        .collect(Collectors.toSet());
  }

  private ReportMetrics metrics() {
    ComposeReport compose =
        new ComposeReport(
            this::inForce,
            new RecordInMemory(),
            sweeps,
            List::of,
            entity -> Optional.empty(),
            new DoubtsInMemory(),
            clock);
    return new ReportMetrics(registry, this::inForce, new LatestReport(compose, clock));
  }

  private RulesInForce.Snapshot inForce() {
    return new RulesInForce.Snapshot(
        configuration,
        Map.of(),
        DueInMemory.ofSubscriber(),
        new RunSweeps(
            name -> {
              throw new IllegalStateException("nothing is swept in this test");
            },
            sweeps,
            clock,
            task -> {}),
        new RulesState(SubscriberExample.NOON, Optional.empty()));
  }
}
