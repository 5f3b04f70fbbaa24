package io.reconciled.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The temporary folder and the child processes of this JVM's servers. Both end with the JVM, if it
 * ends by itself, by {@code SIGINT} or by {@code SIGTERM}. What a killed JVM left behind is removed
 * by the next one.
 */
final class Workspace {

  private static final Duration DELETE_LIMIT = Duration.ofSeconds(10);

  private final Path root;
  private final Set<ProcessHandle> children = new HashSet<>();
  private boolean closed;

  private Workspace(Path root) {
    this.root = root;
  }

  /** The one workspace of this JVM; made on first use. */
  static Workspace current() {
    return Holder.CURRENT;
  }

  /**
   * Makes an empty folder that goes with the JVM at the latest.
   *
   * @throws IllegalStateException if the JVM is ending
   */
  synchronized Path newFolder(String prefix) throws IOException {
    refuseIfClosed();
    Files.createDirectories(root);
    return Files.createTempDirectory(root, prefix + "-");
  }

  /**
   * Starts a child process.
   *
   * @throws IllegalStateException if the JVM is ending: nothing may be started then, for nobody
   *     would end it
   */
  synchronized Process spawn(ProcessBuilder builder) throws IOException {
    refuseIfClosed();
    Process process = builder.start();
    children.add(process.toHandle());
    var unused = process.onExit().thenRun(() -> forget(process.toHandle()));
    return process;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("This JVM is ending; it starts no more servers.");
    }
  }

  private synchronized void forget(ProcessHandle child) {
    children.remove(child);
  }

  private void close() {
    Processes.end(takeChildren(), "QUIT");
    await()
        .dontCatchUncaughtExceptions()
        .atMost(DELETE_LIMIT)
        .pollDelay(Duration.ZERO)
        .until(this::deleted);
  }

  /** A server that was being prepared may still write; without the folder it soon gives up. */
  private boolean deleted() {
    try {
      Folders.delete(root);
      return true;
    } catch (IOException stillWritten) {
      return false;
    }
  }

  private synchronized List<ProcessHandle> takeChildren() {
    closed = true;
    return List.copyOf(children);
  }

  private static final class Holder {

    static final Workspace CURRENT = open();

    private static Workspace open() {
      try {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Leftovers.remove(temporary);
        Workspace workspace = new Workspace(Leftovers.newWorkspace(temporary));
        Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "end-servers"));
        return workspace;
      } catch (IOException e) {
        throw new UncheckedIOException("No folder for the servers' data", e);
      }
    }
  }
}
