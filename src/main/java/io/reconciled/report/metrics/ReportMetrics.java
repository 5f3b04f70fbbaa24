package io.reconciled.report.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.reconciled.model.RuleName;
import io.reconciled.model.StoreName;
import io.reconciled.report.CaptureState;
import io.reconciled.report.EntityReport;
import io.reconciled.report.LatestReport;
import io.reconciled.report.LogState;
import io.reconciled.report.Report;
import io.reconciled.report.RuleReport;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.StoreState;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Registers the report's numbers. While the state database fails they are not a number, so that no
 * alert takes an old count for a present one.
 */
@Singleton
public class ReportMetrics {
  private final MeterRegistry registry;
  private final RulesInForce rules;
  private final LatestReport latest;
  private final Map<Shown, Gauge> shown = new HashMap<>();
  private final Set<Shown> wanted = new HashSet<>();

  private record Shown(String name, Tags tags) {}

  public ReportMetrics(MeterRegistry registry, RulesInForce rules, LatestReport latest) {
    this.registry = registry;
    this.rules = rules;
    this.latest = latest;
  }

  /**
   * Called when the daemon starts, and whenever other rules have come into force: what stays keeps
   * its gauge, and what is there no more is shown no more.
   */
  public synchronized void register() {
    wanted.clear();
    registerAll();
    Set<Shown> gone = new HashSet<>(shown.keySet());
    gone.removeAll(wanted);
    gone.forEach(one -> registry.remove(Objects.requireNonNull(shown.remove(one))));
  }

  private void registerAll() {
    Configuration configuration = rules.now().configuration();
    gauge(
        "reconciled.verdict",
        "0 consistent, 1 inconsistent, 2 unverified",
        Tags.empty(),
        report -> report.verdict().exitCode());
    configuration.entities().forEach(this::entity);
    configuration.connectors().stream().map(Connector::store).forEach(this::store);
  }

  private void entity(Entity entity) {
    Tags tags = Tags.of("entity", entity.name().value());
    gauge(
        "reconciled.due.keys",
        "Keys that wait for a look",
        tags,
        in(entity, EntityReport::waitingKeys));
    gauge(
        "reconciled.swept.keys",
        "Keys that the last finished sweep saw",
        tags,
        in(entity, EntityReport::keys));
    gauge(
        "reconciled.sweep.finished.timestamp.seconds",
        "When the last sweep came to its end; absent before the first",
        tags,
        in(
            entity,
            part ->
                part.lastSweep()
                    .flatMap(sweep -> sweep.finished())
                    .map(at -> (double) at.getEpochSecond())
                    .orElse(Double.NaN)));
    entity.rules().forEach(rule -> rule(entity, rule));
  }

  private void rule(Entity entity, Rule rule) {
    Tags tags = Tags.of("entity", entity.name().value(), "rule", rule.name().value());
    discrepancies(entity, rule.name(), tags, "confirmed", RuleReport::confirmed);
    discrepancies(entity, rule.name(), tags, "suspected", RuleReport::suspected);
    discrepancies(entity, rule.name(), tags, "resolved", RuleReport::resolved);
    discrepancies(
        entity,
        rule.name(),
        tags,
        "converged",
        part -> part.convergedLate().map(late -> late.count()).orElse(0L));
    gauge(
        "reconciled.rule.unverified",
        "1 where the rule could not be fully verified",
        tags,
        in(entity, of(rule.name(), part -> part.gaps().isEmpty() ? 0 : 1)));
  }

  private void discrepancies(
      Entity entity, RuleName rule, Tags tags, String status, ToDoubleFunction<RuleReport> count) {
    gauge(
        "reconciled.discrepancies",
        "Discrepancies on record",
        tags.and("status", status),
        in(entity, of(rule, count)));
  }

  private void store(StoreName store) {
    Tags tags = Tags.of("store", store.value());
    gauge(
        "reconciled.store.up",
        "1 while the store answers",
        tags,
        in(store, state -> state.reachable() ? 1 : 0));
    gauge(
        "reconciled.capture.following",
        "1 while the store's changes are followed",
        tags,
        in(store, state -> state.capture().mode() == CaptureState.Mode.FOLLOWING ? 1 : 0));
    gauge(
        "reconciled.capture.held.keys",
        "Keys that moved and are not finished, which hold back the log",
        tags,
        in(store, state -> state.capture().heldKeys()));
    gauge(
        "reconciled.capture.gaps",
        "Times since the daemon started that changes were found which the log will never tell",
        tags,
        in(store, state -> state.capture().gaps()));
    gauge(
        "reconciled.capture.events",
        "Events delivered since the daemon started",
        tags,
        in(store, state -> state.capture().events()));
    gauge(
        "reconciled.capture.lag.seconds",
        "How long the last event took to arrive",
        tags,
        in(store, state -> state.capture().lagSeconds().orElse(Double.NaN)));
    log(tags, value -> in(store, state -> value.applyAsDouble(state.log())));
  }

  private void log(
      Tags tags, Function<ToDoubleFunction<LogState>, ToDoubleFunction<Report>> ofStore) {
    gauge(
        "reconciled.log.retained.bytes",
        "Log that the server keeps only for the daemon; not a number where it keeps none",
        tags,
        ofStore.apply(log -> orNone(log.retainedBytes())));
    gauge(
        "reconciled.log.behind.bytes",
        "Log between what the daemon has acknowledged and its end",
        tags,
        ofStore.apply(log -> orNone(log.behindBytes())));
    gauge(
        "reconciled.log.left.seconds",
        "How much log is left between its oldest entry and what the daemon has passed",
        tags,
        ofStore.apply(log -> orNone(log.leftSeconds())));
    gauge(
        "reconciled.log.let.go",
        "Times since it started that the daemon has let go of a log above its limit",
        tags,
        ofStore.apply(LogState::letGo));
  }

  private static double orNone(Optional<Long> value) {
    return value.map(Long::doubleValue).orElse(Double.NaN);
  }

  private void gauge(String name, String says, Tags tags, ToDoubleFunction<Report> value) {
    Shown one = new Shown(name, tags);
    wanted.add(one);
    shown.computeIfAbsent(one, missing -> build(name, says, tags, value));
  }

  private Gauge build(String name, String says, Tags tags, ToDoubleFunction<Report> value) {
    return Gauge.builder(
            name, latest, source -> source.get().map(value::applyAsDouble).orElse(Double.NaN))
        .description(says)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private static ToDoubleFunction<Report> in(Entity entity, ToDoubleFunction<EntityReport> value) {
    String name = entity.name().value();
    return report ->
        report.entities().stream()
            .filter(part -> part.entity().equals(name))
            .mapToDouble(value)
            .findFirst()
            .orElse(Double.NaN);
  }

  private static ToDoubleFunction<EntityReport> of(
      RuleName rule, ToDoubleFunction<RuleReport> value) {
    return entity ->
        entity.rules().stream()
            .filter(part -> part.rule().equals(rule.value()))
            .mapToDouble(value)
            .findFirst()
            .orElse(Double.NaN);
  }

  private static ToDoubleFunction<Report> in(StoreName store, ToDoubleFunction<StoreState> value) {
    return report ->
        report.stores().stream()
            .filter(state -> state.store().equals(store.value()))
            .mapToDouble(value)
            .findFirst()
            .orElse(Double.NaN);
  }
}
