package io.reconciled.model;

/** The name of one service's database, as its connector file gives it. */
public record StoreName(String value) implements Comparable<StoreName> {
  @Override
  public int compareTo(StoreName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
