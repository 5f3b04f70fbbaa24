package io.reconciled.model;

/** The name of one entity's place in one store; unique within its entity. */
public record DatasetName(String value) implements Comparable<DatasetName> {
  @Override
  public int compareTo(DatasetName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
