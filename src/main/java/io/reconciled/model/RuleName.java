package io.reconciled.model;

/** The name of a rule; unique within its entity. */
public record RuleName(String value) implements Comparable<RuleName> {
  @Override
  public int compareTo(RuleName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
