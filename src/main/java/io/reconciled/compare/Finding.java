package io.reconciled.compare;

import io.reconciled.model.DatasetName;
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
    DIFFERS,
    DUPLICATE
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
    return switch (kind) {
      case MISSING -> "missing in " + where + ", present in " + other;
      case EXTRA -> "extra in " + where + ", absent in " + other;
      case DUPLICATE -> "several rows in " + where;
      case DIFFERS ->
          String.join(", ", attributes)
              + (against.isPresent()
                  ? " differs in " + where + " from " + other
                  : " differs between " + where);
    };
  }
}
