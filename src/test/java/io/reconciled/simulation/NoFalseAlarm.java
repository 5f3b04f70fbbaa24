package io.reconciled.simulation;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Verdict;
import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.simulation.Failure.Check;
import io.reconciled.simulation.History.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is confirmed was so during the whole grace window before the read that confirmed it.
 *
 * <p>Where a store has no capture, nobody can know what went on between two reads: there, all reads
 * of a whole grace window must have shown the same.
 */
final class NoFalseAlarm {
  private final World world;
  private final Looks looks;
  private final Judge judge;

  NoFalseAlarm(World world, Looks looks, Judge judge) {
    this.world = world;
    this.looks = looks;
    this.judge = judge;
  }

  void confirmed(LifeEvent.Confirmed confirmed) {
    SharedKey key = confirmed.key().key();
    Optional<Seen> last = confirming(confirmed);
    if (last.isEmpty()) {
      judge.fail(
          Check.NO_FALSE_ALARM,
          key,
          confirmed.finding() + " was confirmed, and the last look did not find it");
      return;
    }
    for (Dataset dataset : world.landscape().entity().datasets()) {
      if (confirmed.finding().datasets().contains(dataset.name())) {
        stoodStill(key, dataset, last.get(), confirmed);
      }
    }
    boolean vouched =
        confirmed.finding().datasets().stream().allMatch(world.landscape()::isFollowed);
    if (!vouched) {
      wasSeenSo(key, confirmed.finding(), last.get());
    }
  }

  /** The last look that could tell, if it found it; later ones that could not take nothing back. */
  private Optional<Seen> confirming(LifeEvent.Confirmed confirmed) {
    Verdict found = new Verdict.Inconsistent(confirmed.finding());
    return looks.of(confirmed.key().key()).stream()
        .filter(
            seen -> !(seen.look().verdicts().get(confirmed.rule()) instanceof Verdict.Unverified))
        .reduce((first, second) -> second)
        .filter(seen -> found.equals(seen.look().verdicts().get(confirmed.rule())));
  }

  private void stoodStill(
      SharedKey key, Dataset dataset, Seen last, LifeEvent.Confirmed confirmed) {
    Instant from = windowOf(last);
    Optional<Change> moved =
        world.history().of(dataset.store()).stream()
            .filter(change -> change.key().equals(key) && change.number() <= last.number())
            .filter(change -> change.at().isAfter(from))
            .findFirst();
    if (moved.isPresent() && world.landscape().isFollowed(dataset.name())) {
      judge.fail(
          Check.NO_FALSE_ALARM,
          key,
          "%s was confirmed by the look at %s, but %s moved at %s, within its grace window of %s"
              .formatted(
                  confirmed.finding(),
                  Times.text(last.look().began()),
                  dataset.store(),
                  Times.text(moved.get().at()),
                  Times.text(world.landscape().grace())));
    }
    var truth = world.history().readingsAfter(key, last.number()).of(dataset.name());
    var told = confirmed.images().of(dataset.name());
    if (world.landscape().isFollowed(dataset.name()) && !truth.equals(told)) {
      judge.fail(
          Check.NO_FALSE_ALARM,
          key,
          "%s was confirmed, with %s in %s, which had %s"
              .formatted(confirmed.finding(), told, dataset.store(), truth));
    }
  }

  private void wasSeenSo(SharedKey key, Finding finding, Seen last) {
    List<Seen> all = looks.of(key).subList(0, looks.of(key).indexOf(last) + 1);
    Instant from = windowOf(last);
    for (int i = all.size() - 1; i >= 0; i--) {
      Seen seen = all.get(i);
      if (!alike(seen, last, finding)) {
        break;
      }
      boolean wasRead =
          finding.datasets().stream()
              .allMatch(dataset -> seen.look().readings().of(dataset) instanceof Image);
      if (wasRead && !seen.look().began().isAfter(from)) {
        return;
      }
    }
    judge.fail(
        Check.NO_FALSE_ALARM,
        key,
        "%s was confirmed by the look at %s, but no looks show it for a grace window of %s"
            .formatted(
                finding, Times.text(last.look().began()), Times.text(world.landscape().grace())));
  }

  private static boolean alike(Seen one, Seen other, Finding finding) {
    for (DatasetName dataset : finding.datasets()) {
      if (one.look().readings().of(dataset) instanceof Image image
          && !image.equals(other.look().readings().of(dataset))) {
        return false;
      }
    }
    return true;
  }

  private Instant windowOf(Seen look) {
    return look.look().began().minus(world.landscape().grace());
  }
}
