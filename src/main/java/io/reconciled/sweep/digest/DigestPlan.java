package io.reconciled.sweep.digest;

import java.util.List;
import java.util.Optional;

/**
 * Whether a sweep compares digests first.
 *
 * @param attributes that are digested, the same for every dataset
 * @param objection why it does not
 */
public record DigestPlan(List<String> attributes, Optional<String> objection) {
  public DigestPlan {
    attributes = List.copyOf(attributes);
  }

  static DigestPlan not(String why) {
    return new DigestPlan(List.of(), Optional.of(why));
  }
}
