package io.reconciled.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sweeps of two and of three stores, with keys that they keep in one order and that they do not.
 */
final class SweepFigure implements Figure {
  private static final List<List<String>> COMBINATIONS =
      List.of(
          List.of(Tables.CRM, Tables.BILLING), List.of(Tables.CRM, Tables.PROFILES), Tables.ALL);
  private static final Limit OF_BARE_MERGE = Limit.atLeast(0.7);
  private static final Limit OF_SLOWEST_PAIR = Limit.atMost(1.6);
  private static final Limit OF_INTEGER_KEYS = Limit.atLeast(0.4);
  private final List<List<String>> combinations;

  SweepFigure() {
    this(COMBINATIONS);
  }

  /**
   * @param combinations of stores to be swept together
   */
  SweepFigure(List<List<String>> combinations) {
    this.combinations = List.copyOf(combinations);
  }

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public String about() {
    return "sweeps of pairs and of all three stores, integer and text keys; some minutes";
  }

  @Override
  public List<Measured> measure(Ground ground) throws Exception {
    List<Measured> lines = new ArrayList<>();
    Map<List<String>, SweepRun> ordered = runs(ground, Shape.INTEGER);
    lines.addAll(alone(ordered));
    ordered.values().forEach(run -> lines.addAll(new SweepLines(run).all(OF_BARE_MERGE)));
    lines.addAll(threeWay(ordered));
    Map<List<String>, SweepRun> unordered = runs(ground, Shape.TEXT);
    lines.addAll(alone(unordered));
    unordered.forEach((stores, run) -> {
      lines.addAll(new SweepLines(run).all());
      lines.add(overIntegerKeys(run, ordered.get(stores)));
    });
    return lines;
  }

  private Map<List<String>, SweepRun> runs(Ground ground, Shape shape) throws Exception {
    Map<List<String>, SweepRun> runs = new LinkedHashMap<>();
    for (List<String> stores : combinations) {
      Seeded seeded = ground.tables(shape);
      ground.say("sweeping %s by %s keys", SweepLines.name(stores), shape.word());
      runs.put(stores, MeasureSweep.beside(seeded, stores, ground.settings().rounds()));
    }
    return runs;
  }

  /** From the run with the most stores. */
  private static List<Measured> alone(Map<List<String>, SweepRun> runs) {
    return runs.entrySet().stream()
        .max(Comparator.comparingInt(run -> run.getKey().size()))
        .map(run -> new SweepLines(run.getValue()).alone())
        .orElse(List.of());
  }

  private static List<Measured> threeWay(Map<List<String>, SweepRun> runs) {
    double slowestPair =
        runs.entrySet().stream()
            .filter(run -> run.getKey().size() == 2)
            .mapToDouble(run -> run.getValue().best(SweepRound::sweep))
            .max()
            .orElse(Double.NaN);
    if (Double.isNaN(slowestPair) || !runs.containsKey(Tables.ALL)) {
      return List.of();
    }
    return List.of(
        Measured.of("integer keys: three-way", runs.get(Tables.ALL).best(SweepRound::sweep), "s")
            .beside("slowest pair", slowestPair)
            .within(OF_SLOWEST_PAIR));
  }

  private static Measured overIntegerKeys(SweepRun text, SweepRun integer) {
    return Measured.of(
            new SweepLines(text).title("sweep"), text.keysPerSecond(SweepRound::sweep), "keys/s")
        .beside("the same by integer keys", integer.keysPerSecond(SweepRound::sweep))
        .within(OF_INTEGER_KEYS);
  }
}
