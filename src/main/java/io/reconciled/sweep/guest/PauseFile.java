package io.reconciled.sweep.guest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file is there that someone, or a backup's script, has put there. */
record PauseFile(Path file) implements Barrier {
  @Override
  public Optional<String> why() {
    return Files.exists(file)
        ? Optional.of("the file %s is there".formatted(file))
        : Optional.empty();
  }
}
