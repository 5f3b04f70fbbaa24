package io.reconciled.rules.cel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with an expression, each once, in the order found. */
final class Objections {
  private final Set<String> objections = new LinkedHashSet<>();

  void add(String clause) {
    objections.add(clause);
  }

  boolean none() {
    return objections.isEmpty();
  }

  List<String> all() {
    return List.copyOf(objections);
  }
}
