package io.reconciled.bench;

import java.util.ArrayList;
import java.util.List;

/** What a run of sweeps comes to, line by line. */
final class SweepLines {
  private final SweepRun run;

  SweepLines(SweepRun run) {
    this.run = run;
  }

  static String name(List<String> stores) {
    return String.join(" × ", stores);
  }

  String title(String what) {
    return "%s keys, %s: %s".formatted(run.work().shape().word(), name(run.work().stores()), what);
  }

  /** Where the streams have one order, and so can be merged bare. */
  List<Measured> all(Limit ofBareMerge) {
    List<Measured> lines = new ArrayList<>(all());
    lines.add(
        0,
        rate("bare merge", run.keysPerSecond(SweepRound::bareMerge))
            .beside("raw streams at once", run.keysPerSecond(SweepRound::together)));
    lines.add(
        1,
        rate("sweep", run.keysPerSecond(SweepRound::sweep))
            .beside("bare merge", run.keysPerSecond(SweepRound::bareMerge))
            .within(ofBareMerge));
    return lines;
  }

  List<Measured> all() {
    List<Measured> lines = new ArrayList<>();
    lines.add(
        rate("sweep", run.keysPerSecond(SweepRound::sweep))
            .beside("raw streams at once", run.keysPerSecond(SweepRound::together)));
    lines.add(
        Measured.of(title("first sweep"), run.firstSweep(), "s")
            .beside("best sweep", run.best(SweepRound::sweep)));
    lines.addAll(exactness());
    lines.add(Measured.of(title("time to first suspect"), milliseconds(), "ms"));
    lines.add(Measured.of(title("client CPU"), run.cpuMicrosPerRow(), "µs/row"));
    lines.add(
        Measured.of(title("heap and direct"), run.heapAndDirectMegabytes(), "MB")
            .within(Limit.atMost(ClientProcess.MEGABYTES)));
    lines.add(Measured.of(title("of it live"), run.liveAndDirectMegabytes(), "MB"));
    return lines;
  }

  /** What each store streams by itself. */
  List<Measured> alone() {
    List<Measured> lines = new ArrayList<>();
    run.bestAlone()
        .forEach((store, seconds) ->
            lines.add(
                Measured.of(
                    "%s keys: raw stream of %s".formatted(run.work().shape().word(), store),
                    run.work().keys() / seconds,
                    "keys/s")));
    return lines;
  }

  private List<Measured> exactness() {
    return List.of(
        Measured.of(title("differences found"), run.found(), "keys")
            .within(Limit.exactly(Difference.KEYS)),
        Measured.of(title("other keys suspected"), run.others(), "keys").within(Limit.exactly(0)),
        Measured.of(title("complete, every key seen"), run.complete() ? 1 : 0, "")
            .within(Limit.exactly(1)));
  }

  private double milliseconds() {
    return run.best(SweepRound::firstSuspect) * 1_000;
  }

  private Measured rate(String what, double keysPerSecond) {
    return Measured.of(title(what), keysPerSecond, "keys/s");
  }
}
