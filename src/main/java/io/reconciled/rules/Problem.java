package io.reconciled.rules;

/**
 * Something in the configuration that keeps the daemon from starting.
 *
 * @param what what is wrong, with the name concerned
 * @param fix what to do about it
 */
public record Problem(Place place, String what, String fix) {
  @Override
  public String toString() {
    return place + ": " + what + "\n    " + fix;
  }
}
