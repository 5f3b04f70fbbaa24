package io.reconciled.faults;

import io.reconciled.app.InProcess;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.model.EntityName;
import io.reconciled.report.EntityReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The daemon without REST in a process of its own, of as much memory as it is given. It says on
 * standard output every second how it is doing, until its standard input ends.
 */
final class RunDaemon {
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(1);

  private RunDaemon() {}

  /**
   * @param args a folder that is configured, and the name of an entity
   */
  public static void main(String[] args) throws InterruptedException {
    EntityName entity = new EntityName(args[1]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (InProcess daemon = InProcess.start(Path.of(args[0]))) {
      daemon.awaitSettled(entity);
      out.println("settled");
      CountDownLatch ended = new CountDownLatch(1);
      Thread.ofPlatform().daemon().start(() -> awaitInput(ended));
      do {
        out.println(words(daemon, entity));
      } while (!ended.await(BETWEEN_WORDS.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private static void awaitInput(CountDownLatch ended) {
    try {
      System.in.read();
    } catch (IOException closed) {
      // As good as its end.
    } finally {
      ended.countDown();
    }
  }

  private static String words(InProcess daemon, EntityName entity) {
    EntityReport report =
        daemon.report().entities().stream()
            .filter(one -> one.entity().equals(entity.value()))
            .findFirst()
            .orElseThrow();
    String confirmed =
        daemon.confirmed().stream()
            .map(Discrepancy::key)
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    boolean gaps = report.rules().stream().anyMatch(rule -> !rule.gaps().isEmpty());
    long events =
        Stream.of("crm", "billing").mapToLong(store -> daemon.capture(store).events()).sum();
    return "events=%d waiting=%d gaps=%s confirmed=%s"
        .formatted(events, report.waitingKeys(), gaps, confirmed);
  }
}
