package io.reconciled.rules;

import io.reconciled.rules.normalise.Normalisation;
import java.util.List;

/** Reads {@code normalise: e164}, or {@code normalise: [trim, { truncate: ms }]}. */
final class ReadNormalise {
  static final String KEY = "normalise";

  private ReadNormalise() {}

  static List<Normalisation> of(Part part) {
    part.itemsOrSelf();
    return List.of();
  }
}
