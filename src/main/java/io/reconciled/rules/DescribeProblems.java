package io.reconciled.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Puts problems into words for a terminal. */
public final class DescribeProblems {
  private DescribeProblems() {}

  /**
   * Two lines for each problem, in the order given, and how many there are; ends with a line end.
   */
  public static String of(List<Problem> problems) {
    String each = problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
    return each + (problems.size() == 1 ? "1 problem" : problems.size() + " problems") + "\n";
  }
}
