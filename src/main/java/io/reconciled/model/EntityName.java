package io.reconciled.model;

/** The name of what several stores hold a part of, such as subscriber. */
public record EntityName(String value) implements Comparable<EntityName> {
  @Override
  public int compareTo(EntityName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
