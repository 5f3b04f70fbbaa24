package io.reconciled.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.reconciled.app.OneSweep;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The process that reads, with no more memory than a sweep may have: measures the raw streams, the
 * bare merge and the sweep in turn, some rounds, so that each is measured as warm and on as noisy a
 * machine as the others.
 */
final class SweepClient {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final double NANOS = 1e9;
  private final SweepWork work;
  private final OpenStreams streams;

  private SweepClient(SweepWork work) {
    this.work = work;
    this.streams = new OpenStreams(work.databases(), work.shape() == Shape.INTEGER);
  }

  /**
   * @param arguments the file of the work, and the file for its rounds
   */
  public static void main(String[] arguments) throws Exception {
    DaemonLogs.set();
    ObjectMapper json = new ObjectMapper();
    SweepClient client = new SweepClient(json.readValue(new File(arguments[0]), SweepWork.class));
    List<SweepRound> rounds = new ArrayList<>();
    for (int round = 0; round < client.work.rounds(); round++) {
      rounds.add(client.round());
    }
    json.writeValue(new File(arguments[1]), rounds);
    System.exit(0);
  }

  private SweepRound round() throws Exception {
    Map<String, Double> alone = new LinkedHashMap<>();
    for (String store : work.stores()) {
      alone.put(store, seconds(() -> RawStreams.drain(streams.of(List.of(store)))));
    }
    double together = seconds(() -> RawStreams.drain(streams.of(work.stores())));
    double bareMerge =
        work.shape() == Shape.INTEGER
            ? seconds(() -> BareMerge.merge(streams.of(work.stores())))
            : Double.NaN;
    return sweep(alone, together, bareMerge);
  }

  private SweepRound sweep(Map<String, Double> alone, double together, double bareMerge)
      throws Exception {
    try (OneSweep sweep = new OneSweep(Path.of(work.connectors()), Path.of(work.rules()));
        PeakMemory memory = PeakMemory.start()) {
      long cpu = SYSTEM.getProcessCpuTime();
      OneSweep.Swept swept = sweep.sweep();
      cpu = SYSTEM.getProcessCpuTime() - cpu;
      return new SweepRound(
          alone,
          together,
          bareMerge,
          seconds(swept.took()),
          cpu / NANOS,
          swept.firstSuspect().map(SweepClient::seconds).orElse(Double.NaN),
          swept.sweep().keys(),
          swept.sweep().rows().values().stream().mapToLong(Long::longValue).sum(),
          swept.sweep().state().name(),
          swept.suspects(),
          memory.peak());
    }
  }

  private static double seconds(Callable<?> measured) throws Exception {
    long start = System.nanoTime();
    var unused = measured.call();
    return (System.nanoTime() - start) / NANOS;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
