package io.reconciled.rules;

import io.reconciled.rules.normalise.Pipeline;
import java.time.Duration;
import java.util.Optional;

/**
 * What holds for every rules file that says nothing else.
 *
 * @param normalise for rules that compare values
 */
record Defaults(Optional<Duration> grace, ReadNormalise normalise, About about) {
  static final Defaults NONE =
      new Defaults(
          Optional.empty(), new ReadNormalise(Pipeline.EMPTY, Optional.empty()), About.NOTHING);
}
