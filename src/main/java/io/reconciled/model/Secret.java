package io.reconciled.model;

/** A password: says nothing of itself when printed. */
public record Secret(String reveal) {
  public static final Secret NONE = new Secret("");

  @Override
  public String toString() {
    return "***";
  }
}
