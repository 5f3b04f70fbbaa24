package io.reconciled.app;

import io.reconciled.app.CheckFiles.Checked;
import io.reconciled.model.ReconciledException;
import io.reconciled.report.Misfit;
import io.reconciled.report.RefusedFiles;
import io.reconciled.report.ReloadRules;
import io.reconciled.report.RuleChanges;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.RulesState;
import io.reconciled.report.StoreState;
import io.reconciled.report.StoreStates;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Place;
import io.reconciled.rules.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps one configuration in force, and puts another in its place as a whole or not at all. The one
 * before ends first: two that run at once would follow the same logs and record the same keys.
 */
final class KeepRules implements RulesInForce, ReloadRules, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(KeepRules.class);
  private final BiFunction<Configuration, Instant, Running> start;
  private final Supplier<Checked> check;
  private final Runnable replaced;
  private final InstantSource clock;
  private volatile Running running;
  private boolean refusedByStores;
  private volatile Optional<RefusedFiles> refused = Optional.empty();
  private boolean ended;

  /**
   * @param start sets a configuration going, which was read at a time
   * @param check loads the files and holds them against the stores
   * @param replaced is told after another configuration has come into force
   */
  KeepRules(
      Configuration first,
      BiFunction<Configuration, Instant, Running> start,
      Supplier<Checked> check,
      Runnable replaced,
      InstantSource clock) {
    this.start = start;
    this.check = check;
    this.replaced = replaced;
    this.clock = clock;
    this.running = start.apply(first, clock.instant());
  }

  /** What runs at this moment. */
  Running running() {
    return running;
  }

  /** The stores of what runs, whatever runs when they are asked about. */
  StoreStates stores() {
    return new StoreStates() {
      @Override
      public List<StoreState> all() {
        return running.stores().all();
      }

      @Override
      public List<Misfit> misfits() {
        return running.stores().misfits();
      }
    };
  }

  @Override
  public Snapshot now() {
    Running inForce = running;
    return inForce.snapshot(new RulesState(inForce.read(), refused));
  }

  @Override
  public synchronized Reloaded reload() {
    Instant at = clock.instant();
    Checked checked = check.get();
    refusedByStores = !checked.inStores().isEmpty();
    if (!checked.sound()) {
      return refuse(at, checked.errors());
    }
    RuleChanges changes = RuleChanges.between(running.configuration(), checked.configuration());
    if (changes.none() && !ended) {
      running.meanTypes();
      refused = Optional.empty();
      return new Reloaded.InForce(running.read(), changes);
    }
    try {
      replace(checked.configuration(), at);
    } catch (ReconciledException failed) {
      LOG.error("the new rules could not be started; going back to those before", failed);
      Reloaded answer = refuse(at, List.of(notStarted(checked.configuration(), failed)));
      goBack();
      return answer;
    }
    refused = Optional.empty();
    LOG.infof("rules of %s are in force: %s", at, changes);
    replaced.run();
    return new Reloaded.InForce(at, changes);
  }

  /** Ends what runs, so that nothing is connected to the state database any more. */
  synchronized void end() {
    if (!ended) {
      LOG.error("the state database was given up; all ends, and is started again in a moment");
      running.end();
      ended = true;
    }
  }

  /** Tries once more what was refused before, where that was for what stores hold. */
  synchronized void reloadRefused() {
    if (refusedByStores) {
      reload();
    }
  }

  /** Starts again what is in force, where it was ended, or could not be started at its last try. */
  synchronized void startAgain() {
    if (ended) {
      replace(running.configuration(), running.read());
      replaced.run();
    }
  }

  private void goBack() {
    try {
      startAgain();
    } catch (ReconciledException failed) {
      LOG.errorf("nothing runs, and is started again in a moment: %s", failed.getMessage());
    }
  }

  private void replace(Configuration next, Instant read) {
    if (!ended) {
      running.end();
      ended = true;
    }
    running = start.apply(next, read);
    ended = false;
  }

  private Reloaded refuse(Instant at, List<Problem> problems) {
    LOG.warnf("the files are refused, the rules before them stay in force: %s", problems);
    RefusedFiles files = RefusedFiles.of(at, problems);
    refused = Optional.of(files);
    return new Reloaded.Refused(files);
  }

  private static Problem notStarted(Configuration configuration, ReconciledException failed) {
    Place place =
        configuration.entities().stream()
            .findFirst()
            .map(entity -> entity.places().of(""))
            .orElseGet(() -> new Place(Path.of("."), 1, 1));
    return new Problem(
        place,
        "the rules are sound, and could not be started: " + failed.getMessage(),
        "reload once that is mended");
  }

  @Override
  public synchronized void close() {
    if (!ended) {
      running.close();
      ended = true;
    }
  }
}
