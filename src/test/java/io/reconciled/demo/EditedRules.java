package io.reconciled.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A copy of the repository's rules that somebody works on while the daemon runs. */
final class EditedRules {

  private static final Path REPOSITORY = Path.of("reconcile-rules", "subscriber.yaml");
  private static final String GRACE = "grace: 5s";
  private static final String LONGER = "grace: 6s";

  private EditedRules() {}

  /** Makes the copy, in a folder of its own, which it returns. */
  static Path in(Path folder) throws IOException {
    Path rules = Files.createDirectory(folder.resolve("reconcile-rules"));
    Files.copy(REPOSITORY, rules.resolve(REPOSITORY.getFileName()));
    return rules;
  }

  /** Makes the grace window longer by a second, or shorter again. */
  static void edit(Path rules) {
    Path file = rules.resolve(REPOSITORY.getFileName());
    Path next = rules.resolve("next");
    try {
      String text = Files.readString(file);
      Files.writeString(
          next, text.contains(GRACE) ? text.replace(GRACE, LONGER) : text.replace(LONGER, GRACE));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not edit the rules", e);
    }
  }
}
