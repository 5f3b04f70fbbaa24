package io.reconciled.demo.services;

/** What a subscriber may do; billing knows each by its first letter. */
public enum Status {
  ACTIVE,
  SUSPENDED,
  TERMINATED;

  String letter() {
    return name().substring(0, 1);
  }

  static Status ofLetter(String letter) {
    return switch (letter) {
      case "A" -> ACTIVE;
      case "S" -> SUSPENDED;
      case "T" -> TERMINATED;
      default -> throw new IllegalArgumentException("Billing has no state " + letter);
    };
  }
}
