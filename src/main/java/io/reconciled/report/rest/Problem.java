package io.reconciled.report.rest;

import java.util.List;
import java.util.Optional;

/**
 * An error as RFC 9457 words it.
 *
 * @param parameter the parameter at fault
 * @param allowed what it may be, where that can be listed
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    Optional<String> parameter,
    List<String> allowed) {
  static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    allowed = List.copyOf(allowed);
  }

  static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, Optional.empty(), List.of());
  }

  static Problem ofParameter(
      int status, String title, String detail, String parameter, List<String> allowed) {
    return new Problem("about:blank", title, status, detail, Optional.of(parameter), allowed);
  }
}
