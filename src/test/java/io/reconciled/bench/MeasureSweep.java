package io.reconciled.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.reconciled.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Has a process of its own measure the sweep of some stores. */
final class MeasureSweep {
  /** Longer than any test waits: nobody looks again here. */
  private static final String GRACE = "5s";

  private MeasureSweep() {}

  static SweepRun of(Seeded seeded, List<String> stores, int rounds)
      throws IOException, InterruptedException {
    Tables tables = seeded.tables();
    SweepFiles files = SweepFiles.write(tables, stores, GRACE);
    SweepWork work =
        new SweepWork(
            tables.shape(),
            tables.keys(),
            stores,
            files.connectors().toString(),
            files.rules().toString(),
            tables.databases(),
            rounds);
    Path folder = Workspace.current().newFolder("client");
    Path question = folder.resolve("work.json");
    Path answer = folder.resolve("rounds.json");
    Path log = folder.resolve("client.log");
    ObjectMapper json = new ObjectMapper();
    json.writeValue(question.toFile(), work);
    ClientProcess.await(
        ClientProcess.start(
            SweepClient.class, log, List.of(question.toString(), answer.toString())),
        log);
    return new SweepRun(
        work, seeded.differing(), List.of(json.readValue(answer.toFile(), SweepRound[].class)));
  }
}
