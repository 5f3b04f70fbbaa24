package io.reconciled.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.reconciled.demo.services.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the daemon from time to time while it runs, and says at the end whether it grew. */
final class Soak implements Runnable {

  private static final Path SAMPLES = Path.of("target", "soak", "samples.json");

  private final TakeSample take;
  private final Duration every;
  private final Screen screen;
  private final Stop stop;
  private final List<Sample> samples = new ArrayList<>();
  private final ObjectMapper json = new ObjectMapper();

  Soak(TakeSample take, Duration every, Screen screen, Stop stop) {
    this.take = take;
    this.every = every;
    this.screen = screen;
    this.stop = stop;
  }

  @Override
  public void run() {
    while (!stop.within(every)) {
      samples.add(take.take());
      write();
    }
  }

  /** Whether it held no more at the end than at the beginning; asked after {@link #run}. */
  boolean passed() {
    JudgeSamples judge = new JudgeSamples(samples);
    judge.table().forEach(screen::line);
    judge.problems().forEach(problem -> screen.line("SOAK " + problem));
    screen.line("%d samples are in %s".formatted(samples.size(), SAMPLES));
    return judge.problems().isEmpty();
  }

  private void write() {
    ArrayNode all = json.createArrayNode();
    for (Sample sample : samples) {
      ObjectNode one = all.addObject();
      one.put("at", sample.at().toString());
      sample.figures().forEach(one::put);
    }
    try {
      Files.createDirectories(SAMPLES.getParent());
      Files.writeString(SAMPLES, json.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write " + SAMPLES, e);
    }
  }
}
