package io.reconciled.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run may be told, as {@code NAME=value}.
 *
 * @param keys {@code N}: keys of each store
 * @param rounds {@code ROUNDS}: how often each thing is measured; the best counts
 * @param only {@code ONLY}: names of the figures to measure, with commas
 */
public record BenchSettings(long keys, int rounds, Set<String> only) {
  private static final Map<String, String> DEFAULTS =
      Map.of("N", "1000000", "ROUNDS", "3", "ONLY", "");

  /** Fewer keys would not hold the seeded differences. */
  static final long FEWEST_KEYS = 1_000;

  public BenchSettings {
    only = Set.copyOf(only);
    if (keys < FEWEST_KEYS || rounds < 1) {
      throw new IllegalArgumentException(
          "N must be at least %d and ROUNDS at least 1".formatted(FEWEST_KEYS));
    }
  }

  static BenchSettings of(List<String> arguments) {
    Map<String, String> given = new HashMap<>(DEFAULTS);
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      if (parts.length < 2 || !given.containsKey(parts[0])) {
        throw new IllegalArgumentException(
            "%s is no setting; there are %s".formatted(argument, DEFAULTS.keySet()));
      }
      given.put(parts[0], parts[1]);
    }
    return new BenchSettings(
        Long.parseLong(given.get("N")),
        Integer.parseInt(given.get("ROUNDS")),
        given.get("ONLY").isBlank() ? Set.of() : Set.of(given.get("ONLY").split(",")));
  }

  boolean wants(Figure figure) {
    return only.isEmpty() ? figure.byDefault(this) : only.contains(figure.name());
  }
}
