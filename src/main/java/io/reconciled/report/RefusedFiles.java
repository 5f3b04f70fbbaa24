package io.reconciled.report;

import io.reconciled.rules.Problem;
import java.time.Instant;
import java.util.List;

/**
 * Files that were refused, so that the rules before them stay in force.
 *
 * @param problems all of them, at least one
 */
public record RefusedFiles(Instant at, List<FileProblem> problems) {
  public RefusedFiles {
    problems = List.copyOf(problems);
  }

  public static RefusedFiles of(Instant at, List<Problem> problems) {
    return new RefusedFiles(at, problems.stream().map(FileProblem::of).toList());
  }

  /**
   * One problem.
   *
   * @param line from 1
   * @param column from 1
   * @param what what is wrong
   * @param fix what to do about it
   */
  public record FileProblem(String file, int line, int column, String what, String fix) {
    static FileProblem of(Problem problem) {
      return new FileProblem(
          problem.place().file().toString(),
          problem.place().line(),
          problem.place().column(),
          problem.what(),
          problem.fix());
    }

    /** In one line: {@code subscriber.yaml:3:7: there is no … (write …)}. */
    @Override
    public String toString() {
      return "%s:%d:%d: %s (%s)".formatted(file, line, column, what, fix);
    }
  }
}
