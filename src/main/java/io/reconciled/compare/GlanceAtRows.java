package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.rules.Entity;
import java.util.Arrays;
import java.util.List;

/**
 * Sees, on encoded rows, what holds beyond doubt: what {@link AtAGlance} sees on decoded ones, and
 * moments of different precision. Used by one thread.
 */
public final class GlanceAtRows {
  private final List<DatasetName> datasets;
  private final boolean able;
  private final Same[] equal;

  /** One attribute: its dataset and its place in that dataset's rows, side by side. */
  private static final class Same {
    private final boolean exact;
    private final int[] datasets;
    private final int[] places;
    private final EncodedWords[] words;
    private final Slice[] slices;

    Same(PlainRules.Sameness same, int[] places) {
      this.exact = same.exact();
      this.datasets = same.datasets().stream().mapToInt(Integer::intValue).toArray();
      this.places = places;
      this.words = same.words().stream().map(EncodedWords::new).toArray(EncodedWords[]::new);
      this.slices = new Slice[places.length];
      for (int i = 0; i < slices.length; i++) {
        slices[i] = new Slice();
      }
    }
  }

  public GlanceAtRows(Entity entity) {
    PlainRules plain = new PlainRules(entity);
    this.datasets = plain.datasets();
    this.able =
        plain.coversAll()
            && datasets.size() == entity.datasets().size()
            && plain.equal().stream().allMatch(same -> isStored(same, entity));
    this.equal =
        able
            ? plain.equal().stream()
                .map(same -> new Same(same, places(same, entity)))
                .toArray(Same[]::new)
            : new Same[0];
  }

  private static boolean isStored(PlainRules.Sameness same, Entity entity) {
    return Arrays.stream(places(same, entity)).allMatch(place -> place >= 0);
  }

  private static int[] places(PlainRules.Sameness same, Entity entity) {
    return same.datasets().stream()
        .mapToInt(
            dataset -> entity.datasets().get(dataset).sortedAttributes().indexOf(same.attribute()))
        .toArray();
  }

  /** Whether it can speak for all rules of the entity. */
  public boolean isAble() {
    return able;
  }

  /** The order in which it wants the rows. */
  public List<DatasetName> datasets() {
    return datasets;
  }

  /**
   * Whether all rules hold beyond doubt for a key that each dataset has one row of.
   *
   * @param rows for each dataset, in the order of {@link #datasets}, the row within its block
   */
  public boolean holds(RowBlock[] blocks, int[] rows) {
    for (Same same : equal) {
      if (!isSame(same, blocks, rows)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Same same, RowBlock[] blocks, int[] rows) {
    for (int i = 0; i < same.slices.length; i++) {
      int dataset = same.datasets[i];
      Slice slice = same.slices[i];
      slice.set(blocks[dataset], rows[dataset], same.places[i]);
      same.words[i].replace(slice);
      if (i == 0 ? !slice.isCertain() : !isLikeAll(same, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Equal bytes are alike whatever else there is; moments that are alike at the coarser precision
   * of two need not be so with a third.
   */
  private static boolean isLikeAll(Same same, int at) {
    Slice slice = same.slices[at];
    if (slice.isEqualTo(same.slices[0])) {
      return true;
    }
    for (int before = 0; before < at; before++) {
      if (same.exact || !slice.isSameMoment(same.slices[before])) {
        return false;
      }
    }
    return true;
  }
}
