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

  /** Returns when it has ended well; what it prints goes to the log file. */
  static void run(Class<?> main, Path log, List<String> arguments)
      throws IOException, InterruptedException {
    Process process =
        Workspace.current()
            .spawn(
                new ProcessBuilder(command(main, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile()));
    if (!process.waitFor(HOURS, TimeUnit.HOURS)) {
      process.destroyForcibly();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "the client ended with %d:%n%s".formatted(process.exitValue(), Files.readString(log)));
    }
  }

  private static List<String> command(Class<?> main, List<String> arguments) {
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
    return command;
  }
}
