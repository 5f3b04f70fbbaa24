package io.reconciled.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A server's process over its life. It is a direct child of this JVM, so that the JVM learns at
 * once of its end: as an orphan, a killed server could stay a zombie, and PostgreSQL takes the
 * zombie of its lock file for a server that runs.
 */
final class ServerProcess {

  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final int LOG_LINES = 20;

  private final ServerSpec spec;
  private @Nullable Process process;

  ServerProcess(ServerSpec spec) {
    this.spec = spec;
  }

  String name() {
    return spec.name();
  }

  int port() {
    return spec.port();
  }

  synchronized boolean running() {
    return process != null && process.isAlive();
  }

  /** Returns when the server answers; throws with the end of its log if it does not. */
  synchronized void start() {
    if (running()) {
      return;
    }
    Process started = spawn();
    process = started;
    try {
      await()
          .dontCatchUncaughtExceptions()
          .atMost(START_LIMIT)
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL)
          .until(() -> !started.isAlive() || answers());
    } catch (ConditionTimeoutException late) {
      kill();
    }
    if (!started.isAlive()) {
      throw new IllegalStateException(
          "%s did not start on port %d. The end of %s:%n%s"
              .formatted(name(), port(), log(), endOfLog()));
    }
  }

  synchronized void stop() {
    end(spec.stopSignal(), "QUIT");
  }

  synchronized void kill() {
    if (process != null) {
      Processes.kill(Processes.tree(process.toHandle()));
      process.onExit().join();
    }
  }

  /** To it and all processes that it started. */
  synchronized void signal(String name) {
    if (process != null) {
      Processes.tree(process.toHandle()).forEach(one -> Processes.send(name, one));
    }
  }

  synchronized void close() {
    end("QUIT");
    try {
      Folders.delete(spec.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("Could not delete the data of " + name(), e);
    }
  }

  private void end(String... signals) {
    if (process != null) {
      Processes.end(List.of(process.toHandle()), signals);
      process.onExit().join();
    }
  }

  private boolean answers() {
    return Ports.accepts(port()) && spec.probe().answers();
  }

  /** In a session of its own, Ctrl-C in a terminal ends the JVM first, and the JVM its servers. */
  private Process spawn() {
    List<String> command = Stream.concat(Stream.of("setsid"), spec.command().stream()).toList();
    try {
      return Workspace.current()
          .spawn(
              new ProcessBuilder(command)
                  .directory(spec.folder().toFile())
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not run " + String.join(" ", command), e);
    }
  }

  private Path log() {
    return spec.folder().resolve("server.log");
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log());
      int first = Math.max(0, lines.size() - LOG_LINES);
      return String.join("\n", lines.subList(first, lines.size()));
    } catch (IOException e) {
      return "(not readable: " + e.getMessage() + ")";
    }
  }
}
