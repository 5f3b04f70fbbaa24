package io.reconciled.demo.score;

/**
 * A message about an incident, as the plain webhook gets it.
 *
 * @param event that it opened, or that it is over
 * @param repetition whether it says of itself that the same may have been said before
 */
public record Told(long incident, String event, boolean repetition) {}
