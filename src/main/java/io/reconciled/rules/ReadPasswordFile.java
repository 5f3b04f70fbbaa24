package io.reconciled.rules;

import io.reconciled.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a password from a file, such as a mounted secret, without the line end that editors add;
 * the secret reads the file again whenever it is used. Empty where the file is missing, unreadable,
 * larger than 64 KiB, not UTF-8, or empty.
 */
public final class ReadPasswordFile implements Function<Path, Optional<Secret>> {
  private static final int MOST_BYTES = 64 << 10;

  @Override
  public Optional<Secret> apply(Path file) {
    return text(file).map(first -> Secret.keptIn(file, first, () -> text(file)));
  }

  private static Optional<String> text(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      String password = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
      return Optional.of(password).filter(text -> !text.isEmpty());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
