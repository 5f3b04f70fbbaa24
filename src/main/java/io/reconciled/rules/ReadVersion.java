package io.reconciled.rules;

import java.util.Optional;

/** Reads {@code version: 1}, the version of the language that a file is written in. */
final class ReadVersion {
  static final String KEY = "version";
  private static final String THIS = "1";

  private ReadVersion() {}

  /** A file that says nothing is of the first version. */
  static void check(Section section) {
    section
        .optional(KEY)
        .ifPresent(part ->
            part.text(
                text -> Optional.of(text).filter(THIS::equals),
                "the version 1, the only one that this program knows",
                "write version: 1, or run the program that the file was written for"));
  }
}
