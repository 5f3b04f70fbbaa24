package io.reconciled.bench;

import java.util.List;

/** The three-way sweep of all keys beside that of a tenth of them. */
final class GrowthFigure implements Figure {
  private static final int TIMES = 10;
  private static final long MANY = 10_000_000;
  private static final Limit PER_KEY = Limit.atMost(1.1);

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String about() {
    return "a sweep of all keys beside one of a tenth of them";
  }

  /** Loading takes long. */
  @Override
  public boolean byDefault(BenchSettings settings) {
    return settings.keys() >= MANY;
  }

  @Override
  public List<Measured> measure(Ground ground) throws Exception {
    int rounds = ground.settings().rounds();
    long keys = ground.settings().keys();
    SweepRun few =
        MeasureSweep.beside(ground.tables(Shape.INTEGER, keys / TIMES), Tables.ALL, rounds);
    SweepRun many = MeasureSweep.beside(ground.tables(Shape.INTEGER, keys), Tables.ALL, rounds);
    String floor = "%,d keys".formatted(keys / TIMES);
    return List.of(
        Measured.of("%,d keys: time per key".formatted(keys), nanosPerKey(many), "ns")
            .beside(floor, nanosPerKey(few))
            .within(PER_KEY),
        Measured.of("differences found", many.found(), "keys")
            .within(Limit.exactly(Difference.KEYS)),
        Measured.of("other keys suspected", many.others(), "keys").within(Limit.exactly(0)),
        Measured.of("live memory", many.liveAndDirectMegabytes(), "MB")
            .beside(floor, few.liveAndDirectMegabytes()),
        Measured.of("heap and direct", many.heapAndDirectMegabytes(), "MB")
            .within(Limit.atMost(ClientProcess.MEGABYTES)));
  }

  private static double nanosPerKey(SweepRun run) {
    return 1e9 / run.keysPerSecond(SweepRound::sweep);
  }
}
