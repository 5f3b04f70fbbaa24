package io.reconciled.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.reconciled.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Sweeps of some stores, each measured by a process of its own. */
final class MeasureSweep {
  static final Duration GRACE = Duration.ofSeconds(5);

  private MeasureSweep() {}

  /** Raw streams, bare merge and sweep in turn. */
  static SweepRun beside(Seeded seeded, List<String> stores, int rounds)
      throws IOException, InterruptedException {
    SweepWork work = work(seeded.tables(), stores, rounds);
    SweepRound[] measured = ask(SweepClient.class, work, SweepRound[].class);
    return new SweepRun(work, seeded.differing(), List.of(measured));
  }

  /** Sweeps and looks again until all is settled. */
  static Settled settled(Seeded seeded, List<String> stores)
      throws IOException, InterruptedException {
    return ask(SettleClient.class, work(seeded.tables(), stores, 1), Settled.class);
  }

  private static SweepWork work(Tables tables, List<String> stores, int rounds) throws IOException {
    SweepFiles files = SweepFiles.write(tables, stores, GRACE);
    return new SweepWork(
        tables.shape(),
        tables.keys(),
        stores,
        files.connectors().toString(),
        files.rules().toString(),
        tables.databases(),
        rounds);
  }

  private static <T> T ask(Class<?> client, SweepWork work, Class<T> answer)
      throws IOException, InterruptedException {
    Path folder = Workspace.current().newFolder("client");
    Path question = folder.resolve("work.json");
    Path answered = folder.resolve("answer.json");
    Path log = folder.resolve("client.log");
    ObjectMapper json = new ObjectMapper();
    json.writeValue(question.toFile(), work);
    ClientProcess.run(client, log, List.of(question.toString(), answered.toString()));
    return json.readValue(answered.toFile(), answer);
  }
}
