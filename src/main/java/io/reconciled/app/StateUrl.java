package io.reconciled.app;

import io.reconciled.model.StateUnavailable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the daemon's own database is.
 *
 * @param text a JDBC URL as its user wrote it, without a password in it: {@code jdbc:h2:file:…} or
 *     {@code jdbc:postgresql://…}
 */
public record StateUrl(String text) {
  /** A file in the folder {@code state} beside the daemon. */
  public static final StateUrl DEFAULT = new StateUrl("jdbc:h2:file:./state/reconciled");

  private static final String H2 = "jdbc:h2:";

  /**
   * What H2 needs to behave like PostgreSQL: unquoted names in small letters; a commit that is on
   * disk when it returns; and no closing of its own before the daemon has come to rest.
   */
  private static final Map<String, String> H2_OPTIONS =
      new TreeMap<>(
          Map.of(
              "DATABASE_TO_LOWER", "TRUE",
              "DB_CLOSE_ON_EXIT", "FALSE",
              "DEFAULT_NULL_ORDERING", "HIGH",
              "WRITE_DELAY", "0"));

  /** The URL with what this database needs; an option that its user gave stays. */
  String jdbcUrl() {
    if (!text.startsWith(H2)) {
      return text;
    }
    StringBuilder url = new StringBuilder(text);
    String given = text.toUpperCase(Locale.ROOT);
    H2_OPTIONS.forEach((option, value) -> {
      if (!given.contains(";" + option + "=")) {
        url.append(';').append(option).append('=').append(value);
      }
    });
    return url.toString();
  }

  /** The same, and never made where it is not there yet. */
  StateUrl onlyIfThere() {
    return text.startsWith(H2) ? new StateUrl(text + ";IFEXISTS=TRUE") : this;
  }

  /** Whether it is not there, of what {@link #onlyIfThere} gave. */
  static boolean isAbsent(Throwable failure) {
    return hasCode(failure, org.h2.api.ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1);
  }

  /** Whether one process may use it at a time by a lease; H2 sees to that by itself. */
  boolean leased() {
    return text.startsWith("jdbc:postgresql:");
  }

  /** That another process uses it, and what to do. */
  StateUnavailable inUse(String holder) {
    return new StateUnavailable(
        "The state database %s is in use by %s. Stop that reconciled, or give this one a state database of its own."
            .formatted(text, holder),
        new IllegalStateException("the lease is taken"));
  }

  /** Why it cannot be used, and what to do. */
  StateUnavailable refused(Exception failure) {
    return new StateUnavailable(
        isLocked(failure)
            ? "The state database "
                + text
                + " is in use by another process. Stop the other reconciled, or give this one a"
                + " state database of its own."
            : "The state database "
                + text
                + " cannot be used: "
                + failure.getMessage()
                + ". Check the URL, the user and the password, and that the database is up.",
        failure);
  }

  private static boolean isLocked(Throwable failure) {
    return hasCode(failure, org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1);
  }

  private static boolean hasCode(Throwable failure, int code) {
    return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof java.sql.SQLException sql && sql.getErrorCode() == code);
  }
}
