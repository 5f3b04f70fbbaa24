package io.reconciled.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.reconciled.app.OneSweep;
import io.reconciled.sweep.Sweep;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** The process that sweeps beside writes: sweep, due, look again, discrepancy. */
final class SettleClient {
  private static final Duration SWEEPING = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private SettleClient() {}

  /**
   * @param arguments the file of the work, and the file for what came of it
   */
  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    SweepWork work = json.readValue(new File(arguments[0]), SweepWork.class);
    try (OneSweep sweep = new OneSweep(Path.of(work.connectors()), Path.of(work.rules()))) {
      json.writeValue(new File(arguments[1]), settle(sweep));
    }
    System.exit(0);
  }

  private static Settled settle(OneSweep sweep) {
    Set<String> suspects = new TreeSet<>();
    Instant from = Instant.now();
    int sweeps = 0;
    long incomplete = 0;
    do {
      OneSweep.Swept swept = sweep.sweep();
      suspects.addAll(swept.suspects());
      incomplete += swept.sweep().state() == Sweep.State.COMPLETE ? 0 : 1;
      sweeps++;
    } while (Instant.now().isBefore(from.plus(SWEEPING)));
    Instant to = Instant.now();
    Set<String> confirmed = sweep.settle(PATIENCE);
    return new Settled(
        from.toEpochMilli(), to.toEpochMilli(), sweeps, incomplete, suspects, confirmed);
  }
}
