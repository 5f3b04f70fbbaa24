package io.reconciled.store;

import io.reconciled.model.Dataset;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a capture engine needs to know about a kind of store, in plain types.
 *
 * <p>Order of calls: {@link #hold}, which is renewed from then on, {@link #resumable} where a place
 * in the log is on record, {@link #identities}, {@link #prepare}, then {@link #engineProperties}
 * and the engine starts; then the other methods for each of its events, and {@code identities} from
 * time to time.
 */
public interface ChangeFeed {
  /** The right to follow the store, not taken yet. Asks nothing. */
  default Hold hold(StoreSettings settings) {
    return Hold.BY_THE_LOG;
  }

  /**
   * Whether the store still has the whole log behind a place. Creates nothing.
   *
   * @param offset the engine's source offset as it is on record
   * @throws StoreFailure where the store cannot be asked
   */
  Resumable resumable(StoreSettings settings, Map<String, ?> offset);

  /**
   * Which table or collection stands behind each mapped name at this moment, by the path of its
   * name: another text where it was dropped and made anew, or another took its name. Without those
   * that are not there, and without those of which the log itself tells so.
   *
   * @throws StoreFailure where the store cannot be asked
   */
  Map<List<String>, String> identities(StoreSettings settings, List<Dataset> datasets);

  /**
   * Creates in the database what following its log needs (a slot, a publication on exactly the
   * mapped tables) where it may.
   *
   * @return empty when all is there; else complaints, each with the exact statement for the owner.
   *     Where all of them are about single datasets, the others can be followed
   * @throws StoreFailure where the store cannot be asked
   */
  List<StoreComplaint> prepare(StoreSettings settings, List<Dataset> datasets);

  /**
   * Sees to it that the changes of datasets are told that were replaced since {@link #prepare},
   * also while the log is followed.
   *
   * @throws StoreFailure where the store cannot be asked
   */
  default SeenTo seeTo(StoreSettings settings, List<Dataset> datasets) {
    return SeenTo.NOTHING;
  }

  /**
   * What came of it.
   *
   * @param added whose changes are told from now on, and may have gone by until now
   * @param complaints errors about those whose changes are not told
   */
  record SeenTo(Set<Dataset> added, List<StoreComplaint> complaints) {
    public static final SeenTo NOTHING = new SeenTo(Set.of(), List.of());

    public SeenTo {
      added = Set.copyOf(added);
      complaints = List.copyOf(complaints);
    }
  }

  /** Properties of the engine's connector, without those that say where positions are kept. */
  Map<String, String> engineProperties(StoreSettings settings, List<Dataset> datasets);

  /**
   * Where in the log an event or a heartbeat is. Everything before it has been delivered.
   *
   * @param offset the engine's source offset of the record
   */
  Optional<Position> position(Map<String, ?> offset);

  /**
   * How far the log has been delivered where an engine's offset stays at the beginning of what has
   * come to its end. Asked where the same {@link #position} has been the last for a while.
   *
   * @param offset the engine's source offset of the last record that was delivered
   * @return empty where that offset tells all there is, or the store cannot say
   * @throws StoreFailure where the store cannot be asked
   */
  default Optional<Position> delivered(StoreSettings settings, Map<String, ?> offset) {
    return Optional.empty();
  }

  /**
   * How much of the log waits for the daemon; asked while an engine runs, and while none does.
   * Changes nothing.
   *
   * @param passed how far the daemon has come, as far as it is known
   * @throws StoreFailure where the store cannot be asked
   */
  default KeptLog kept(StoreSettings settings, Optional<Position> passed) {
    return KeptLog.UNKNOWN;
  }

  /**
   * Has the engine pass what others have written into the log since anything in it was about what
   * is followed, where a server tells of that only what a reader's own database wrote.
   *
   * @throws StoreFailure where the store cannot be asked
   */
  default void mark(StoreSettings settings) {}

  /**
   * Has the server keep no log for the daemon any more; to be called while no engine runs. What was
   * not read will never be delivered, and {@link #prepare} begins anew at the head.
   *
   * @return empty when nothing is kept; else why the server refuses
   * @throws StoreFailure where the store cannot be asked
   */
  default List<StoreComplaint> letGo(StoreSettings settings) {
    return List.of();
  }

  /** What {@link #prepare} has made in the store, and how it is removed. */
  default Leftovers leftovers() {
    return Leftovers.NONE;
  }

  /** Whether the event is about this dataset. */
  boolean concerns(Dataset dataset, ChangeEvent event);

  /**
   * The shared keys that the event moved: one, or both where the key itself changed.
   *
   * @return empty where the event does not show the shared key (a delete that carries the primary
   *     key only); a sweep covers it
   */
  Set<SharedKey> keys(Dataset dataset, ChangeEvent event);

  /**
   * Whether the event, besides the keys that it shows, may have moved one that it does not: the
   * former key of a row whose key was changed.
   */
  default boolean mayHideFormerKey(Dataset dataset, ChangeEvent event) {
    return false;
  }
}
