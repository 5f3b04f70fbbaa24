package io.reconciled.bench;

import io.reconciled.servers.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM with the classes of this one and with as much memory as a sweep may take: heap and
 * direct buffers together are 256 MB, and beyond that it ends.
 */
final class ClientProcess {
  static final int MEGABYTES = 256;
  private static final int DIRECT_MEGABYTES = 32;
  private static final int HOURS = 2;

  private ClientProcess() {}

  /** Starts it; what it prints goes to the log file. */
  static Process start(Class<?> main, Path log, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (MEGABYTES - DIRECT_MEGABYTES) + "m",
                "-XX:MaxDirectMemorySize=" + DIRECT_MEGABYTES + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    return Workspace.current()
        .spawn(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
  }

  /** Returns when it has ended well. */
  static void await(Process process, Path log) throws IOException, InterruptedException {
    if (!process.waitFor(HOURS, TimeUnit.HOURS)) {
      process.destroyForcibly();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "the client ended with %d:%n%s".formatted(process.exitValue(), Files.readString(log)));
    }
  }
}
