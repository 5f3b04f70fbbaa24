package io.reconciled.rules;

import io.reconciled.rules.normalise.Normalisation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What holds for every rules file that says nothing else.
 *
 * @param normalise for rules that compare values
 */
record Defaults(Optional<Duration> grace, List<Normalisation> normalise, About about) {
  static final Defaults NONE = new Defaults(Optional.empty(), List.of(), About.NOTHING);

  Defaults {
    normalise = List.copyOf(normalise);
  }
}
