package io.reconciled.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code defaults.yaml} of the rules folder. */
final class ReadDefaults {
  static final String FILE = "defaults.yaml";
  static final List<String> KEYS = keys();

  private ReadDefaults() {}

  static boolean isDefaults(Path file) {
    return file.getFileName().toString().equals(FILE);
  }

  static Defaults of(Part root) {
    Section section = Section.of(root, KEYS);
    ReadVersion.check(section);
    ReadNormalise normalise =
        section
            .optional(ReadNormalise.KEY)
            .map(ReadNormalise::of)
            .orElse(Defaults.NONE.normalise());
    return new Defaults(
        section.optional("grace").flatMap(ReadEntity::grace),
        normalise,
        ReadAbout.of(section, About.NOTHING));
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(List.of(ReadVersion.KEY, "grace", ReadNormalise.KEY));
    keys.addAll(ReadAbout.DEFAULT_KEYS);
    return keys;
  }
}
