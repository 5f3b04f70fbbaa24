package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.rules.Entity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of a sweep that is still to do.
 *
 * @param uncounted datasets whose rows of this range were not read to their end yet; all of them
 *     where nobody was here before
 * @param unread what could not be read here when it was tried, and why
 */
record Piece(KeyRange range, Set<DatasetName> uncounted, Map<DatasetName, Unread> unread) {
  Piece {
    uncounted = Set.copyOf(uncounted);
    unread = Map.copyOf(unread);
  }

  /** What is left of it from a key on. */
  Piece from(SharedKey key) {
    return new Piece(new KeyRange(Optional.of(key), range.to()), uncounted, unread);
  }

  /** What there is of it before a key. */
  Piece before(SharedKey key) {
    return new Piece(new KeyRange(range.from(), Optional.of(key)), uncounted, unread);
  }

  /** Whether it has keys before this one, perhaps, and from it on. */
  boolean isDividedBy(SharedKey key) {
    return range.contains(key) && !range.from().equals(Optional.of(key));
  }

  /** What is to be done again of its part before a key, or of all of it. */
  Piece missed(Optional<SharedKey> before, Map<DatasetName, Unread> why) {
    return new Piece(new KeyRange(range.from(), before.or(range::to)), why.keySet(), why);
  }

  /** All of it, not done for want of these datasets. */
  Piece putOff(Map<DatasetName, Unread> why) {
    Set<DatasetName> both = new HashSet<>(uncounted);
    both.addAll(why.keySet());
    return new Piece(range, both, why);
  }

  static Set<DatasetName> datasets(Entity entity) {
    return entity.datasets().stream().map(Dataset::name).collect(Collectors.toSet());
  }

  /** Whether none of its datasets was read here before, so that its keys are not counted yet. */
  boolean isUntouched(Entity entity) {
    return uncounted.containsAll(datasets(entity));
  }

  /** The datasets whose rows count where the piece is done without some. */
  Set<DatasetName> counted(Map<DatasetName, Unread> without) {
    return uncounted.stream()
        .filter(dataset -> !without.containsKey(dataset))
        .collect(Collectors.toSet());
  }

  /** Whether the other begins where this ends, and wants for the same. */
  boolean goesOnIn(Piece other) {
    return range.to().isPresent()
        && range.to().equals(other.range.from())
        && uncounted.equals(other.uncounted)
        && unread.keySet().equals(other.unread.keySet());
  }

  /** This and the one that it goes on in. */
  Piece and(Piece next) {
    return new Piece(new KeyRange(range.from(), next.range.to()), uncounted, next.unread);
  }

  /**
   * Where more keys differ than may be looked at now, what is to be swept again for the others; it
   * is counted already.
   *
   * @param before as of {@link #missed}
   */
  Optional<Piece> tooMany(SweepTally tally, Optional<SharedKey> before, Entity entity) {
    return tally
        .firstBeyond()
        .map(first ->
            new Piece(
                new KeyRange(Optional.of(first), before.or(range::to)),
                Set.of(),
                tooMany(tally, entity)));
  }

  /** The same for rows that come in no order of keys. */
  Optional<Piece> whole(SweepTally tally, Entity entity) {
    return tally.firstBeyond().map(first -> new Piece(range, Set.of(), tooMany(tally, entity)));
  }

  private static Map<DatasetName, Unread> tooMany(SweepTally tally, Entity entity) {
    Unread why =
        new Unread(
            UnverifiedReason.BUSY,
            tally.beyond()
                + " more keys differ than one sweep has looked at; it goes on with them by itself");
    return datasets(entity).stream().collect(Collectors.toMap(name -> name, name -> why));
  }

  /** Whether it is worth waiting for: some store may answer soon. */
  boolean mayPass() {
    return unread.values().stream().anyMatch(why -> why.reason() == UnverifiedReason.UNREACHABLE);
  }

  /** One line for each dataset, with the range. */
  Map<String, String> inWords() {
    Map<String, String> lines = new HashMap<>();
    unread.forEach(
        (dataset, why) -> lines.put(dataset.value(), "keys " + range + ": " + why.detail()));
    return lines;
  }
}
