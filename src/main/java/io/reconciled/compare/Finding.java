package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Lookup;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a key breaks a rule, without its values. Two findings are equal when they point in the same
 * direction: the same kind, attributes and datasets.
 *
 * @param attributes that differ, in the rule's order; empty where the kind is about rows
 * @param in the datasets at fault: missing it, having it in excess, differing, or holding it twice
 * @param against the dataset that decides; empty where no side is taken
 */
public record Finding(
    Kind kind,
    List<String> attributes,
    NavigableSet<DatasetName> in,
    Optional<DatasetName> against) {

  /** The ways to disagree. */
  public enum Kind {
    MISSING,
    EXTRA,
    /** It is there although the condition under which it should be is false. */
    UNWANTED,
    DIFFERS,
    DUPLICATE,
    /** A condition is false. */
    VIOLATED,
    /** A value that should name one key is held by others too. */
    SHARED,
    /** A value names a key that is not there. */
    DANGLING,
    /** Rows are fewer or more than the other side says. */
    MISCOUNTED,
    /** Rows do not add up to what the other side says. */
    MISTOTALLED,
    /** A time lags too far behind. */
    STALE
  }

  public Finding {
    attributes = List.copyOf(attributes);
    in = Collections.unmodifiableNavigableSet(new TreeSet<>(in));
  }

  /** All datasets whose images the finding rests on. */
  public Set<DatasetName> datasets() {
    NavigableSet<DatasetName> all = new TreeSet<>(in);
    against.ifPresent(all::add);
    return all;
  }

  /** In words: {@code status differs in billing from crm}. */
  @Override
  public String toString() {
    String where = in.stream().map(DatasetName::value).collect(Collectors.joining(", "));
    String other = against.map(DatasetName::value).orElse("");
    String named = String.join(", ", attributes);
    return switch (kind) {
      case MISSING -> "missing in " + where + ", present in " + other;
      case EXTRA -> "extra in " + where + ", absent in " + other;
      case UNWANTED -> "unwanted in " + where + ", as " + other + " says";
      case DUPLICATE -> "several rows in " + where;
      case DIFFERS ->
          named
              + (against.isPresent()
                  ? " differs in " + where + " from " + other
                  : " differs between " + where);
      case VIOLATED -> "the condition over " + where + " does not hold";
      case SHARED -> named + " is held by other keys in " + where;
      case DANGLING -> named + " in " + where + " names a key that is not there";
      case MISCOUNTED -> "rows in " + where + " are not as many as " + other + " says";
      case MISTOTALLED -> named + " in " + where + " does not add up to what " + other + " says";
      case STALE -> named + " in " + where + " lags behind " + other;
    };
  }

  /** Whether it may rest on the answer to this question about other keys. */
  public boolean restsOn(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Holders holders ->
          kind == Kind.SHARED
              && in.contains(holders.dataset())
              && attributes.contains(holders.attribute());
      case Lookup.Exists exists -> kind == Kind.DANGLING;
    };
  }

  /** Whether it rests on what other keys hold, whose moves are no moves of its own key. */
  public boolean restsOnOtherKeys() {
    return kind == Kind.SHARED || kind == Kind.DANGLING;
  }
}
