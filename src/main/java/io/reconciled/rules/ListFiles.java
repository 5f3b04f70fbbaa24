package io.reconciled.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The YAML files directly in a directory, in the order of their names. */
final class ListFiles {
  private ListFiles() {}

  static List<Path> in(Path directory, Complaints complaints) {
    if (!Files.isDirectory(directory)) {
      complaints.add(
          directory, "there is no such directory", "create it, or name the one that is meant");
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException | UncheckedIOException failed) {
      complaints.add(directory, "the directory cannot be listed", "let the daemon's user read it");
      return List.of();
    }
    files.removeIf(file -> !isYaml(file));
    if (files.isEmpty()) {
      complaints.add(directory, "the directory holds no *.yaml file", "put at least one into it");
    }
    Collections.sort(files);
    return files;
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
