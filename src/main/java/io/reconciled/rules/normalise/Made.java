package io.reconciled.rules.normalise;

import java.math.BigDecimal;

/** What became of a name and its parameters, as written in a rules file. */
public sealed interface Made {

  record Sound(Normalisation normalisation) implements Made {}

  /**
   * Two numbers count as equal when they lie at most this far apart. It is no normalisation, since
   * no change to one value alone can say so; it is written among them, and the comparison keeps it.
   *
   * @param furthest not negative, at most 10³⁰, with at most 30 digits after the point
   */
  record Tolerance(BigDecimal furthest) implements Made {}

  /**
   * @param what what is wrong, with the name concerned
   * @param fix what to do about it
   */
  record Refused(String what, String fix) implements Made {}
}
