package io.reconciled.app;

import io.reconciled.suggest.Draft;
import io.reconciled.suggest.DraftAsYaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Prints drafts of rules files, or writes each to a file of its own. */
final class WriteDrafts {
  private final PrintWriter print;

  WriteDrafts(PrintWriter print) {
    this.print = print;
  }

  /**
   * Writes all, or, where a file would have to be replaced, none.
   *
   * @param folder empty for printing
   * @return false where nothing could be written, which then is told
   */
  boolean write(List<Draft> drafts, Optional<Path> folder) {
    if (drafts.isEmpty()) {
      print.println("# No two stores seem to hold the same entity: nothing is suggested.");
      return true;
    }
    return folder.map(into -> write(drafts, into)).orElseGet(() -> print(drafts));
  }

  private boolean print(List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (drafts.size() > 1) {
        print.printf("--- # to be a file of its own: %s%n", name(draft));
      }
      print.print(DraftAsYaml.of(draft));
    }
    return true;
  }

  private boolean write(List<Draft> drafts, Path folder) {
    for (Draft draft : drafts) {
      if (Files.exists(folder.resolve(name(draft)))) {
        print.printf(
            "%s is there already and is not replaced: move it, or name another folder%n",
            folder.resolve(name(draft)));
        return false;
      }
    }
    try {
      Files.createDirectories(folder);
      for (Draft draft : drafts) {
        Path file = folder.resolve(name(draft));
        Files.writeString(file, DraftAsYaml.of(draft), StandardOpenOption.CREATE_NEW);
        print.printf("wrote %s%n", file);
      }
      return true;
    } catch (IOException failed) {
      print.printf("%s cannot be written to: %s%n", folder, failed.getMessage());
      return false;
    }
  }

  private static String name(Draft draft) {
    return draft.entity() + ".yaml";
  }
}
