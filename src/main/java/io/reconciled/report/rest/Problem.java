package io.reconciled.report.rest;

import io.reconciled.report.RefusedFiles.FileProblem;
import java.util.List;
import java.util.Optional;

/**
 * An error as RFC 9457 words it.
 *
 * @param parameter the parameter at fault
 * @param allowed what it may be, where that can be listed
 * @param problems what is wrong with which file, where files were refused
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    Optional<String> parameter,
    List<String> allowed,
    Optional<List<FileProblem>> problems) {
  static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    allowed = List.copyOf(allowed);
  }

  static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, Optional.empty(), List.of(), none());
  }

  static Problem ofParameter(
      int status, String title, String detail, String parameter, List<String> allowed) {
    return new Problem(
        "about:blank", title, status, detail, Optional.of(parameter), allowed, none());
  }

  static Problem ofFiles(int status, String title, String detail, List<FileProblem> problems) {
    return new Problem(
        "about:blank",
        title,
        status,
        detail,
        Optional.empty(),
        List.of(),
        Optional.of(List.copyOf(problems)));
  }

  private static Optional<List<FileProblem>> none() {
    return Optional.empty();
  }
}
