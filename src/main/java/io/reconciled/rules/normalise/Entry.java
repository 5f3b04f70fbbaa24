package io.reconciled.rules.normalise;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A name in the catalogue.
 *
 * @param reading what the parameters make, their number being right; empty where they are wrong
 */
record Entry(Manual manual, Function<List<String>, Optional<Made>> reading) {

  /** One that takes no parameter. */
  static Entry of(Manual manual, Normalisation normalisation) {
    return new Entry(manual, none -> Optional.of(new Made.Sound(normalisation)));
  }

  Made make(List<String> parameters) {
    String name = manual.name();
    Optional<Made.Refused> miscounted = manual.parameter().miscounted(name, parameters);
    if (miscounted.isPresent()) {
      return miscounted.get();
    }
    return reading.apply(parameters).orElseGet(() -> manual.parameter().wrong(name, parameters));
  }
}
