package io.reconciled.app;

import io.reconciled.capture.CaptureState.Phase;
import io.reconciled.capture.Captures;
import io.reconciled.capture.GuardedLog;
import io.reconciled.model.Dataset;
import io.reconciled.report.CaptureState;
import io.reconciled.report.CaptureState.Mode;
import io.reconciled.report.Gap;
import io.reconciled.report.LogState;
import io.reconciled.report.Misfit;
import io.reconciled.report.StoreState;
import io.reconciled.report.StoreStates;
import io.reconciled.report.SweepingState;
import io.reconciled.report.Times;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.store.KeptLog;
import io.reconciled.store.StoreComplaint;
import io.reconciled.sweep.guest.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the report how the stores and their captures are doing. */
final class DescribeStores implements StoreStates {
  private final Parts parts;
  private final Captures captures;

  DescribeStores(Parts parts, Captures captures) {
    this.parts = parts;
    this.captures = captures;
  }

  @Override
  public List<StoreState> all() {
    List<io.reconciled.capture.CaptureState> states = captures.states();
    return parts.configuration().connectors().stream()
        .map(connector -> describe(connector, states))
        .toList();
  }

  @Override
  public List<Misfit> misfits() {
    return parts.configuration().entities().stream()
        .flatMap(entity -> entity.datasets().stream().flatMap(dataset -> misfit(entity, dataset)))
        .toList();
  }

  private Stream<Misfit> misfit(Entity entity, Dataset dataset) {
    return parts
        .fits()
        .misfit(dataset)
        .map(misfit ->
            misfit.complaints().stream()
                .map(complaint -> inWords(entity, dataset, complaint))
                .collect(Collectors.joining("; ")))
        .map(detail -> new Misfit(dataset, parts.fits().since(dataset), detail))
        .stream();
  }

  private static String inWords(Entity entity, Dataset dataset, StoreComplaint complaint) {
    return "%s: %s. %s"
        .formatted(
            entity.placeOf(dataset.name(), complaint.subject().part()),
            complaint.what(),
            complaint.fix());
  }

  private StoreState describe(
      Connector connector, List<io.reconciled.capture.CaptureState> states) {
    Optional<StoreState.Failure> failure =
        parts
            .health()
            .failure(connector.store())
            .map(failed ->
                new StoreState.Failure(
                    failed.since(), Gap.Reason.of(failed.why().reason()), failed.why().detail()));
    CaptureState capture =
        states.stream()
            .filter(state -> state.store().equals(connector.store()))
            .findFirst()
            .map(this::describe)
            .orElse(CaptureState.OFF);
    return new StoreState(
        connector.store().value(),
        connector.kind(),
        failure.isEmpty(),
        failure,
        capture,
        Optional.ofNullable(captures.guardedLogs().get(connector.store()))
            .map(DescribeStores::log)
            .orElse(LogState.UNKNOWN),
        parts
            .manners()
            .find(connector.store())
            .map(DescribeStores::sweeping)
            .orElse(SweepingState.IDLE));
  }

  private static LogState log(GuardedLog log) {
    KeptLog kept = log.kept();
    return new LogState(
        kept.retained().stream().boxed().findFirst(),
        kept.behind().stream().boxed().findFirst(),
        kept.left().map(Duration::toSeconds),
        log.letGo(),
        log.last().map(last -> new LogState.LetGo(last.at(), last.why())));
  }

  private static SweepingState sweeping(Host host) {
    return new SweepingState(
        host.closed().map(closed -> new SweepingState.Closed(closed.why(), closed.since())),
        host.rows(),
        Math.round(host.rowsPerSecond()));
  }

  private CaptureState describe(io.reconciled.capture.CaptureState state) {
    return new CaptureState(
        mode(state.phase()),
        detail(state.phase()),
        state.passed().map(Object::toString),
        state.heard(),
        state.lag().map(Times::seconds),
        state.counts().events(),
        state.counts().moves(),
        parts.log(state.store()).held(),
        state.gaps());
  }

  private static Mode mode(Phase phase) {
    return switch (phase) {
      case Phase.Starting starting -> Mode.STARTING;
      case Phase.Following following -> Mode.FOLLOWING;
      case Phase.Retrying retrying -> Mode.STOPPED;
      case Phase.Refused refused -> Mode.STOPPED;
      case Phase.Stopped stopped -> Mode.STOPPED;
    };
  }

  private static String detail(Phase phase) {
    return switch (phase) {
      case Phase.Starting(Instant since) -> "starting since " + since;
      case Phase.Following following -> "";
      case Phase.Retrying retrying -> retrying.why();
      case Phase.Refused refused ->
          refused.complaints().stream()
              .map(complaint -> complaint.what() + " " + complaint.fix())
              .collect(Collectors.joining(" "));
      case Phase.Stopped stopped -> "stopped";
    };
  }
}
