package io.reconciled.model;

import java.util.List;
import java.util.Optional;

/** What an entity's shared key consists of: one value of a {@link KeyType}, or several. */
public sealed interface KeyShape permits KeyType, CompositeShape {

  /** The types of its parts, in their order; at least one. */
  List<KeyType> parts();

  /**
   * The key that stored values are, one for each part; empty where one of them cannot be such a
   * part, or where there are more or fewer.
   */
  Optional<SharedKey> keyOf(List<Value> values);

  /** Reads back what a {@link SharedKey} printed, or what an operator typed. */
  Optional<SharedKey> parse(String text);

  /** As a rules file writes it, such as {@code integer}, or {@code [text, integer]}. */
  String written();
}
