package io.reconciled.capture;

import io.reconciled.model.Dataset;
import io.reconciled.store.ChangeFeed.SeenTo;
import io.reconciled.store.Fit;
import io.reconciled.store.Fits;
import io.reconciled.store.Store;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Watches whether what the datasets of one store map is still there. Where it was replaced, changes
 * went by that no log told of: the keys of its entity are in doubt. Used by one thread.
 *
 * <p>The order is what makes that exact: first the log tells of the changes of what is there now,
 * then the doubt is kept, and only then is the dataset known to be as it is, from which moment on
 * it has its grace window.
 */
public final class WatchFits {
  private static final Logger LOG = Logger.getLogger(WatchFits.class);

  /** How many rounds without news go by until the log's own list of tables is looked at again. */
  private static final int ROUNDS = 15;

  private final Store store;
  private final List<Dataset> datasets;
  private final Optional<Capture> capture;
  private final Fits fits;
  private final InstantSource clock;
  private final Set<Dataset> added = new HashSet<>();
  private int rounds;

  /**
   * @param capture of the store, where its log is followed
   */
  public WatchFits(
      Store store,
      List<Dataset> datasets,
      Optional<Capture> capture,
      Fits fits,
      InstantSource clock) {
    this.store = store;
    this.datasets = List.copyOf(datasets);
    this.capture = capture;
    this.fits = fits;
    this.clock = clock;
  }

  /** Looks once; a store that does not answer is looked at in the next round. */
  public void round() {
    try {
      Map<Dataset, Fit> seen = new LinkedHashMap<>();
      datasets.forEach(dataset -> seen.put(dataset, store.fit(dataset)));
      boolean news = seen.keySet().stream().anyMatch(dataset -> isNews(dataset, seen));
      rounds++;
      if (news || rounds % ROUNDS == 0) {
        seeTo(seen);
        note(seen);
      }
    } catch (StoreFailure notAnswered) {
      LOG.debugf("store %s: %s", store.name(), notAnswered.getMessage());
    }
  }

  /** What the log cannot tell of does not fit, even where it can be read. */
  private void seeTo(Map<Dataset, Fit> seen) {
    SeenTo seenTo = capture.map(Capture::seeTo).orElse(SeenTo.NOTHING);
    added.addAll(seenTo.added());
    seen.replaceAll((dataset, fit) -> {
      List<StoreComplaint> complaints =
          seenTo.complaints().stream()
              .filter(complaint -> complaint.subject().isOf(dataset))
              .toList();
      return fit instanceof Fit.Misfit || complaints.isEmpty() ? fit : new Fit.Misfit(complaints);
    });
  }

  private void note(Map<Dataset, Fit> seen) {
    Instant now = clock.instant();
    List<Dataset> changed =
        datasets.stream()
            .filter(dataset -> added.contains(dataset) || isNews(dataset, seen))
            .toList();
    for (Dataset dataset : changed) {
      if (added.contains(dataset) || fits.of(dataset).isPresent()) {
        String why = why(dataset, seen.getOrDefault(dataset, Fit.UNTOLD));
        LOG.warnf("store %s: %s", store.name(), why);
        // Where no log is followed, nothing vouches for it between two sweeps anyway.
        capture.ifPresent(follows -> follows.doubt(dataset.entity(), now, why));
      }
    }
    changed.forEach(
        dataset -> fits.note(dataset, seen.getOrDefault(dataset, Fit.UNTOLD), clock.instant()));
    added.clear();
  }

  private boolean isNews(Dataset dataset, Map<Dataset, Fit> seen) {
    return fits.isNews(dataset, seen.getOrDefault(dataset, Fit.UNTOLD));
  }

  private static String why(Dataset dataset, Fit fit) {
    return switch (fit) {
      case Fit.Misfit(List<StoreComplaint> complaints) -> complaints.getFirst().what();
      case Fit.Whole whole ->
          "%s, of %s, was replaced, or what is mapped of it"
              .formatted(String.join(".", dataset.container()), dataset);
    };
  }
}
