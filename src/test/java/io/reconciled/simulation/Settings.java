package io.reconciled.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for, as {@code NAME=value}.
 *
 * @param from the first seed
 * @param bug planted; empty for none
 * @param allBugs whether each is planted, one after the other
 */
record Settings(long from, long seeds, Optional<PlantedBug> bug, boolean allBugs, int threads) {
  private static final long SEEDS = 1_000;
  private static final long SEEDS_FOR_A_BUG = 2_000;

  static Settings of(List<String> arguments) {
    Map<String, String> named = new HashMap<>();
    for (String argument : arguments) {
      String[] sides = argument.split("=", 2);
      named.put(sides[0], sides.length == 2 ? sides[1] : "");
    }
    boolean allBugs = Optional.ofNullable(named.remove("BUGS")).filter("all"::equals).isPresent();
    Optional<PlantedBug> bug = Optional.ofNullable(named.remove("BUG")).map(Settings::bug);
    Settings settings =
        new Settings(
            number(named.remove("FROM"), 1),
            number(named.remove("SEEDS"), allBugs ? SEEDS_FOR_A_BUG : SEEDS),
            bug,
            allBugs,
            Runtime.getRuntime().availableProcessors());
    if (!named.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no setting " + named.keySet() + ": SEEDS, FROM, BUG=name or BUGS=all.");
    }
    return settings;
  }

  private static long number(@org.jspecify.annotations.Nullable String text, long otherwise) {
    try {
      return text == null ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("'" + text + "' is no number.", wrong);
    }
  }

  private static PlantedBug bug(String name) {
    try {
      return PlantedBug.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "No bug is named " + name + ": " + List.of(PlantedBug.values()) + ".", unknown);
    }
  }
}
