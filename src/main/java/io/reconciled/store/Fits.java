package io.reconciled.store;

import io.reconciled.model.Dataset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How datasets were last seen to fit their stores, and since when. Safe for many threads.
 *
 * <p>A type that changed to one of another kind is a misfit until it changes back, or until the
 * rules are said to mean it: what its values were compared with was chosen for the former kind.
 */
public final class Fits {
  private final Map<Dataset, Known> known = new ConcurrentHashMap<>();

  /**
   * @param seen as the store told it
   * @param fit with what has become of its types
   * @param since when it was first seen so; {@link Instant#MIN} where it was never seen otherwise
   * @param meant as it was when the rules came into force, as far as it was seen
   */
  public record Known(Fit seen, Fit fit, Instant since, Map<String, Fit.Column> meant) {
    public Known {
      meant = Map.copyOf(meant);
    }
  }

  public Optional<Known> of(Dataset dataset) {
    return Optional.ofNullable(known.get(dataset));
  }

  /** What does not fit now. */
  public Optional<Fit.Misfit> misfit(Dataset dataset) {
    return of(dataset)
        .map(Known::fit)
        .filter(Fit.Misfit.class::isInstance)
        .map(Fit.Misfit.class::cast);
  }

  /** Since when it has been as it is; {@link Instant#MIN} where it was never otherwise. */
  public Instant since(Dataset dataset) {
    return of(dataset).map(Known::since).orElse(Instant.MIN);
  }

  /** Whether the store would have to be seen to be otherwise than was last noted. */
  public boolean isNews(Dataset dataset, Fit seen) {
    return of(dataset).map(before -> !before.seen.equals(seen)).orElse(true);
  }

  /** Whether all of it is there, as it was when it was last noted. */
  public boolean isSame(Dataset dataset, Fit seen) {
    return misfit(dataset).isEmpty() && !isNews(dataset, seen);
  }

  public void note(Dataset dataset, Fit seen, Instant at) {
    known.compute(
        dataset,
        (same, before) -> {
          Map<String, Fit.Column> meant =
              before == null || before.meant.isEmpty() ? columns(seen) : before.meant;
          boolean ever = before == null && seen instanceof Fit.Whole;
          return new Known(seen, judged(dataset, seen, meant), ever ? Instant.MIN : at, meant);
        });
  }

  /** The rules mean the types that are there now. */
  public void meanTypes(Instant at) {
    known.replaceAll((dataset, before) ->
        before.seen.equals(before.fit)
            ? before
            : new Known(before.seen, before.seen, at, columns(before.seen)));
  }

  private static Map<String, Fit.Column> columns(Fit seen) {
    return seen instanceof Fit.Whole whole ? whole.columns() : Map.of();
  }

  private static Fit judged(Dataset dataset, Fit seen, Map<String, Fit.Column> meant) {
    List<StoreComplaint> complaints = new ArrayList<>();
    columns(seen)
        .forEach((name, column) -> {
          Fit.Column before = meant.getOrDefault(name, column);
          if (!before.kind().equals(column.kind())) {
            complaints.add(StoreComplaint.retyped(dataset, name, before.type(), column.type()));
          }
        });
    return complaints.isEmpty() ? seen : new Fit.Misfit(complaints);
  }
}
