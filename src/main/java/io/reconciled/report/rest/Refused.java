package io.reconciled.report.rest;

import io.reconciled.model.ReconciledException;
import io.reconciled.report.RefusedFiles;
import java.util.List;

/** A request that cannot be answered as it was asked. */
final class Refused extends ReconciledException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  private Refused(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  static Refused notFound(String detail) {
    return new Refused(Problem.of(404, "Not found", detail));
  }

  static Refused notFound(String parameter, String detail, List<String> allowed) {
    return new Refused(Problem.ofParameter(404, "Not found", detail, parameter, allowed));
  }

  static Refused badParameter(String parameter, String detail, List<String> allowed) {
    return new Refused(Problem.ofParameter(400, "Bad parameter", detail, parameter, allowed));
  }

  static Refused conflict(String detail) {
    return new Refused(Problem.of(409, "Conflict", detail));
  }

  static Refused files(RefusedFiles files) {
    return new Refused(
        Problem.ofFiles(
            422,
            "Files refused",
            "the rules before them stay in force; mend what problems names, and reload",
            files.problems()));
  }

  Problem problem() {
    return problem;
  }
}
