package io.reconciled.report;

import io.reconciled.discrepancy.FindDiscrepancies.UnverifiedCount;
import io.reconciled.due.Doubt;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityRule;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.sweep.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what of one entity's rules could not be verified, and why. Pure. */
final class FindGaps {
  private final Configuration configuration;
  private final Entity entity;
  private final Map<EntityRule, Instant> since;
  private final Optional<Sweep> lastSweep;
  private final Map<String, StoreState> stores;
  private final List<UnverifiedCount> unverified;
  private final List<Doubt> doubts;
  private final List<Misfit> misfits;

  /**
   * @param since when rules came to mean what they mean
   * @param lastSweep the last of the entity that came to its end
   * @param stores by name
   * @param doubts of any entity that no sweep has settled
   * @param misfits of all entities
   */
  FindGaps(
      Configuration configuration,
      Entity entity,
      Map<EntityRule, Instant> since,
      Optional<Sweep> lastSweep,
      Map<String, StoreState> stores,
      List<UnverifiedCount> unverified,
      List<Doubt> doubts,
      List<Misfit> misfits) {
    this.configuration = configuration;
    this.entity = entity;
    this.since = since;
    this.lastSweep = lastSweep;
    this.stores = stores;
    this.unverified = unverified;
    this.doubts = doubts;
    this.misfits = misfits;
  }

  List<Gap> of(Rule rule) {
    List<Gap> gaps = new ArrayList<>();
    for (DatasetName name : rule.datasets()) {
      // Each shard of it, since one that is down may hold anything.
      entity.datasets().stream()
          .filter(dataset -> dataset.name().equals(name))
          .forEach(dataset -> {
            inStore(dataset, gaps);
            inDoubt(dataset, gaps);
          });
      inSweep(name, gaps);
    }
    referredTo(rule.check())
        .forEach(dataset -> {
          inStore(dataset, gaps);
          inDoubt(dataset, gaps);
        });
    if (lastSweep.isEmpty()) {
      gaps.add(gap(Gap.Reason.NEVER_SWEPT, "no sweep of " + entity.name() + " has finished yet"));
    }
    sinceItsSweep(rule, gaps);
    inKeys(rule, gaps);
    return gaps;
  }

  /** What another entity must hold for the rule, without which it cannot be told. */
  private Stream<Dataset> referredTo(Check check) {
    return check instanceof Check.References references
        ? configuration.entity(references.entity()).stream()
            .flatMap(other -> other.datasets().stream())
            .filter(dataset -> dataset.name().equals(references.in()))
        : Stream.empty();
  }

  private void inStore(Dataset dataset, List<Gap> gaps) {
    StoreState state = stores.get(dataset.store().value());
    if (state == null) {
      return;
    }
    Optional<String> name = Optional.of(dataset.name().value());
    Optional<String> store = Optional.of(state.store());
    misfits.stream()
        .filter(misfit -> misfit.dataset().equals(dataset))
        .map(misfit ->
            new Gap(
                Gap.Reason.MISCONFIGURED,
                name,
                store,
                Optional.of(misfit.since()),
                Optional.empty(),
                misfit.detail()))
        .forEach(gaps::add);
    if (state.failure().isPresent()) {
      StoreState.Failure failure = state.failure().get();
      gaps.add(
          new Gap(
              failure.reason(),
              name,
              store,
              Optional.of(failure.since()),
              Optional.empty(),
              failure.detail()));
    } else if (!dataset.view() && !follows(state.capture())) {
      String detail = "changes of store " + state.store() + " are not followed at the moment";
      String why = state.capture().detail().isEmpty() ? "" : ": " + state.capture().detail();
      gaps.add(
          new Gap(
              Gap.Reason.BEHIND, name, store, Optional.empty(), Optional.empty(), detail + why));
    }
  }

  private static boolean follows(CaptureState capture) {
    return switch (capture.mode()) {
      case OFF, FOLLOWING -> true;
      case STARTING, STOPPED -> false;
    };
  }

  /** Doubts of this entity: one that its rules refer to has put it in doubt as well. */
  private void inDoubt(Dataset dataset, List<Gap> gaps) {
    doubts.stream()
        .filter(doubt -> doubt.entity().equals(entity.name()))
        .filter(doubt -> doubt.store().equals(dataset.store()) && !dataset.view())
        .map(doubt ->
            new Gap(
                Gap.Reason.of(doubt.cause()),
                Optional.of(dataset.name().value()),
                Optional.of(doubt.store().value()),
                Optional.of(doubt.since()),
                Optional.empty(),
                "changes may never have been seen: "
                    + doubt.why()
                    + "; a sweep of all keys of "
                    + entity.name()
                    + " will tell"))
        .forEach(gaps::add);
  }

  private void inSweep(DatasetName dataset, List<Gap> gaps) {
    lastSweep.ifPresent(sweep -> {
      String why = sweep.unread().get(dataset.value());
      if (why != null) {
        gaps.add(
            new Gap(
                Gap.Reason.SWEEP_INCOMPLETE,
                Optional.of(dataset.value()),
                entity.dataset(dataset).map(at -> at.store().value()),
                Optional.of(sweep.started()),
                Optional.empty(),
                why));
      }
    });
  }

  /** A sweep that began before the rule came to mean what it means has not compared by it. */
  private void sinceItsSweep(Rule rule, List<Gap> gaps) {
    Instant inForce = since.getOrDefault(new EntityRule(entity.name(), rule.name()), Instant.MIN);
    if (lastSweep.filter(sweep -> sweep.started().isBefore(inForce)).isPresent()) {
      gaps.add(
          gap(
              Gap.Reason.NEVER_SWEPT,
              "no sweep of " + entity.name() + " has finished since the rule is in force"));
    }
  }

  private void inKeys(Rule rule, List<Gap> gaps) {
    for (UnverifiedCount count : unverified) {
      if (count.entity().equals(entity.name()) && count.rule().equals(rule.name())) {
        gaps.add(
            new Gap(
                Gap.Reason.of(count.reason()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(count.keys()),
                count.example()));
      }
    }
  }

  private static Gap gap(Gap.Reason reason, String detail) {
    return new Gap(
        reason, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), detail);
  }
}
