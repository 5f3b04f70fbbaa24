package io.reconciled.demo.daemon;

import io.reconciled.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The packaged daemon as a process of its own. It may be killed and started as often as one likes;
 * its state, its log and its ports stay.
 */
public final class DaemonProcess implements AutoCloseable {

  private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Duration POLITE = Duration.ofSeconds(10);
  private static final int LOG_LINES = 30;

  private final DaemonSettings settings;
  private Optional<Process> process = Optional.empty();
  private boolean closed;

  public DaemonProcess(DaemonSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts it; does not wait until it is ready. Does nothing where it runs, or after {@link
   * #close}.
   *
   * @throws IllegalStateException if it has not been packaged
   */
  public synchronized void start() {
    if (closed || running()) {
      return;
    }
    if (!Files.exists(PROGRAM)) {
      throw new IllegalStateException(
          "There is no %s: run mvn package -DskipTests, or use make.".formatted(PROGRAM));
    }
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
    builder.environment().putAll(settings.environment());
    // Else glibc keeps what many threads gave back, for each of them.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    try {
      process = Optional.of(Workspace.current().spawn(builder));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not start the daemon", e);
    }
  }

  /**
   * Its folder is among the arguments, so that the next demonstration knows it, should this one be
   * killed. In a session of its own, Ctrl-C in a terminal ends the demonstration first, and the
   * demonstration the daemon.
   */
  private List<String> command() {
    return List.of(
        "setsid",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.io.tmpdir=" + settings.folder() + "/",
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:ReservedCodeCacheSize=64m",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "-jar",
        PROGRAM.toString());
  }

  public synchronized boolean running() {
    return process.map(Process::isAlive).orElse(false);
  }

  /** {@code kill -9}; returns when it is gone. */
  public synchronized void kill() {
    process.ifPresent(running -> {
      running.destroyForcibly();
      running.onExit().join();
    });
  }

  /** Its process, as long as it runs. */
  public synchronized long pid() {
    return process
        .filter(Process::isAlive)
        .map(Process::pid)
        .orElseThrow(() -> new IllegalStateException("The daemon does not run: " + endOfLog()));
  }

  /** What it ended with; waits for that. */
  public int exitCode() {
    return process
        .map(started -> started.onExit().join().exitValue())
        .orElseThrow(() -> new IllegalStateException("The daemon was never started"));
  }

  /** The last lines it wrote. */
  public String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(settings.log());
      int first = Math.max(0, lines.size() - LOG_LINES);
      return String.join("\n", lines.subList(first, lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Ends it in good order, or else by force, for good. */
  @Override
  public synchronized void close() {
    closed = true;
    process.ifPresent(Process::destroy);
    if (process.isPresent() && !ends(process.get())) {
      kill();
    }
  }

  private static boolean ends(Process process) {
    try {
      process.onExit().get(POLITE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
