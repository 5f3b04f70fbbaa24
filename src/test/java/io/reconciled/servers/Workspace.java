package io.reconciled.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The temporary folder and the child processes of this JVM's servers. Both end with the JVM, if it
 * ends by itself, by {@code SIGINT} or by {@code SIGTERM}. What a killed JVM left behind is removed
 * by the next one.
 */
final class Workspace {

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

  /** Makes an empty folder that goes with the JVM at the latest. */
  Path newFolder(String prefix) throws IOException {
    return Files.createTempDirectory(root, prefix + "-");
  }

  /**
   * Starts a child process.
   *
   * @throws IllegalStateException if the JVM is ending: nothing may be started then, for nobody
   *     would end it
   */
  synchronized Process spawn(ProcessBuilder builder) throws IOException {
    if (closed) {
      throw new IllegalStateException("This JVM is ending; it starts no more processes.");
    }
    Process process = builder.start();
    children.add(process.toHandle());
    process.onExit().thenRun(() -> forget(process.toHandle()));
    return process;
  }

  private synchronized void forget(ProcessHandle child) {
    children.remove(child);
  }

  private void close() {
    Processes.end(takeChildren(), "QUIT");
    try {
      Folders.delete(root);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not delete " + root, e);
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
        String prefix = Leftovers.PREFIX + ProcessHandle.current().pid() + "-";
        Workspace workspace = new Workspace(Files.createTempDirectory(temporary, prefix));
        Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "end-servers"));
        return workspace;
      } catch (IOException e) {
        throw new UncheckedIOException("No folder for the servers' data", e);
      }
    }
  }
}
