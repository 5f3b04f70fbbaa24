package io.reconciled.app;

import io.reconciled.servers.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder below {@code src/test/resources/broken}: connectors, rules, and in {@code expected.txt}
 * what is said of them. In all of them {@code ${CRM_URL}}, {@code ${CRM_USER}}, and so on for each
 * store, stand for what differs from run to run.
 */
final class BrokenConfiguration {
  private static final Path FIXTURES = Path.of("src/test/resources/broken");
  private final Path fixture;
  private final Path folder;
  private final Map<String, String> values = new LinkedHashMap<>();

  /** What a command came to. */
  record Said(int exitCode, String text) {}

  /**
   * @param folder empty; the files are copied there
   */
  BrokenConfiguration(String name, Path folder) {
    this.fixture = FIXTURES.resolve(name);
    this.folder = folder;
  }

  /** Says where a store is. */
  BrokenConfiguration with(String store, Database database) {
    values.put("${" + store + "_URL}", database.url());
    values.put("${" + store + "_USER}", database.user());
    values.put("${" + store + "_PASSWORD}", database.password());
    return this;
  }

  String expected() {
    return read(fixture.resolve("expected.txt"));
  }

  /** Runs a command on the files. */
  Said run(String command) {
    copy("connectors");
    copy("reconcile-rules");
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    int exitCode =
        Main.commandLine()
            .setOut(out)
            .setErr(out)
            .execute(
                command,
                "--connectors",
                folder.resolve("connectors").toString(),
                "--rules",
                folder.resolve("reconcile-rules").toString());
    return new Said(exitCode, withoutValues(text.toString()));
  }

  private String withoutValues(String text) {
    String without = text.replace(folder + "/", "");
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (!value.getValue().isEmpty()) {
        without = without.replace(value.getValue(), value.getKey());
      }
    }
    return without;
  }

  private void copy(String part) {
    try (Stream<Path> files = Files.list(fixture.resolve(part))) {
      Path target = Files.createDirectories(folder.resolve(part));
      for (Path file : files.toList()) {
        String text = read(file);
        for (Map.Entry<String, String> value : values.entrySet()) {
          text = text.replace(value.getKey(), value.getValue());
        }
        Files.writeString(target.resolve(file.getFileName()), text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
