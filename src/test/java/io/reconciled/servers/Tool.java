package io.reconciled.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a program that does one thing and ends. */
final class Tool {

  private static final Path NOTHING = Path.of("/dev/null");

  private Tool() {}

  /** Runs it without input. */
  static void run(List<String> command) throws IOException {
    run(command, NOTHING);
  }

  /**
   * Runs it on a file.
   *
   * @throws IOException if it cannot be run, or ends with another code than 0; its output is in the
   *     message
   */
  static void run(List<String> command, Path input) throws IOException {
    Process process =
        Workspace.current()
            .spawn(
                new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(input.toFile()));
    try (BufferedReader reader = process.inputReader()) {
      String output = reader.lines().collect(Collectors.joining("\n"));
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(
            "%s ended with %d:%n%s".formatted(String.join(" ", command), code, output));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while it ran: " + command.getFirst(), e);
    }
  }
}
