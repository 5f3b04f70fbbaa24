package io.reconciled.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every problem found so far. While there is one, nothing that was read is handed out; so a reader
 * that complains may go on with an empty stand-in, to find the next problem too.
 */
final class Complaints {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);
  private final List<Problem> problems = new ArrayList<>();

  void add(Place place, String what, String fix) {
    problems.add(new Problem(place, what, fix));
  }

  void add(Path file, String what, String fix) {
    add(new Place(file, 1, 1), what, fix);
  }

  boolean none() {
    return problems.isEmpty();
  }

  /** Whether there is none about this file. */
  boolean noneIn(Path file) {
    return problems.stream().noneMatch(problem -> problem.place().file().equals(file));
  }

  /** In the order of file, line and column. */
  List<Problem> sorted() {
    return problems.stream().sorted(Comparator.comparing(Problem::place, ORDER)).toList();
  }
}
