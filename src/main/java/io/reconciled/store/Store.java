package io.reconciled.store;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.Scan.Order;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One service's database. Safe for use by several threads at once.
 *
 * <p>Every method may throw {@link StoreUnavailable} (the store did not answer; try again) or
 * {@link StoreMisconfigured} (it answered that this cannot be; stop and say) or {@link
 * RowUnreadable} (it failed on a stored value; ask for less). None of them says anything about the
 * data: absence is claimed only by a call that returned.
 */
public interface Store extends AutoCloseable {
  StoreName name();

  /** Returns when the store has answered; asks for as little as can be. */
  void ping();

  /** Whether what the dataset maps is there now. Asks for as little as can be. */
  default Fit fit(Dataset dataset) {
    return Fit.UNTOLD;
  }

  /**
   * Reads keys in one round trip, outside any lasting transaction, without locks.
   *
   * @return exactly one image for every key asked for: {@link Image.Absent} where no row has it,
   *     {@link Image.Duplicate} where several have, or {@link Image.Several} where the dataset may
   *     have several
   */
  Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys);

  /**
   * The keys of the rows whose attribute is exactly one of these values, equal as records; by
   * value, those that were found. Nobody holds a value that the attribute's column cannot have.
   * Nulls, documents, lists, sets, spans and unmapped values are never looked for.
   *
   * @param attribute that the dataset stores
   */
  Map<Value, Set<SharedKey>> holders(Dataset dataset, String attribute, Collection<Value> values);

  /**
   * Streams the rows of a range, in memory independent of their number. Rows whose key is null come
   * in the range that is open at its head, first. In the order of {@link SharedKey}, several rows
   * with one key come one after the other. Connects when the first rows are asked for.
   */
  Rows scan(Scan scan);

  /**
   * The key that has {@code rows} rows between {@code from} (inclusive) and itself: a bound for a
   * range of that size. Empty where fewer rows follow.
   */
  default Optional<SharedKey> boundary(Dataset dataset, Optional<SharedKey> from, int rows) {
    return boundary(dataset, Order.SHARED_KEY, from, rows);
  }

  /**
   * The same in another order. In the store's {@link Order#OWN} it is behind all that the store
   * takes for equal to {@code from}; empty as well where the store reads all rows at once best.
   */
  Optional<SharedKey> boundary(Dataset dataset, Order order, Optional<SharedKey> from, int rows);

  /**
   * Whether the store gives a dataset in the order of {@link SharedKey} without sorting it first.
   * Asked anew every time, and meant to be kept for a sweep.
   */
  Ordering ordering(Dataset dataset);

  /**
   * What keeps the store from telling {@linkplain #digest digests} of a dataset, in words that
   * follow the dataset's name; empty where nothing does.
   */
  default Optional<String> noDigest(Dataset dataset, List<String> attributes) {
    return Optional.of("lies in a kind of store that tells none");
  }

  /**
   * The digest of the rows of a range, computed where they are. Ranges of two datasets whose
   * digests are alike hold equal rows: the same keys, each once, and equal records for each of
   * these attributes, none of which is unmapped. Digests that are not alike say nothing.
   *
   * @param attributes that the dataset stores; their order counts
   */
  default Digest digest(Dataset dataset, KeyRange range, List<String> attributes) {
    return Digest.NONE;
  }

  /**
   * About how many rows the dataset has, as the store guesses without counting them; negative where
   * it does not.
   */
  long estimatedRows(Dataset dataset);

  /** How busy it is, by one cheap question; what its user may not see is no failure. */
  Load load();

  /**
   * The end of the store's log: whatever was committed before this call is at or before it. A kind
   * whose idle log would never pass this place leaves a mark in the log (never in the data) so that
   * it does.
   */
  Position head();

  /**
   * The names of transactions whose changes the log has told, or will tell, before anybody can see
   * them: prepared in two phases, and neither committed nor rolled back yet.
   */
  default Set<String> announced() {
    return Set.of();
  }

  /**
   * Writes if, and only if, the row still is as the write expects it. A row that the dataset's
   * filter does not take counts as absent: it is neither changed nor deleted, and where it has the
   * key, an insert is refused.
   */
  WriteOutcome write(ConditionalWrite write);

  /** Lets go of all connections; may be called more than once. */
  @Override
  void close();
}
