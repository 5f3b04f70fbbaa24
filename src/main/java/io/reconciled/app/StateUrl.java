package io.reconciled.app;

import io.reconciled.model.StateUnavailable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;

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

  /**
   * How long PostgreSQL may let the daemon wait, in seconds: for a connection, and for anything to
   * come over it. What hangs is down.
   */
  private static final Map<String, String> POSTGRES_OPTIONS =
      new TreeMap<>(
          Map.of(
              "ApplicationName", "reconciled-state",
              "connectTimeout", "10",
              "loginTimeout", "10",
              "socketTimeout", "30",
              "tcpKeepAlive", "true"));

  /** A migration may take its time. */
  private static final Map<String, String> POSTGRES_OPTIONS_TO_MIGRATE =
      POSTGRES_OPTIONS.entrySet().stream()
          .filter(option -> !option.getKey().equals("socketTimeout"))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  /** The URL with what this database needs; an option that its user gave stays. */
  String jdbcUrl() {
    return text.startsWith(H2)
        ? with(H2_OPTIONS, ";", ";")
        : with(POSTGRES_OPTIONS, text.contains("?") ? "&" : "?", "&");
  }

  /** As {@link #jdbcUrl}, for statements that may take long. */
  String jdbcUrlToMigrate() {
    return text.startsWith(H2)
        ? jdbcUrl()
        : with(POSTGRES_OPTIONS_TO_MIGRATE, text.contains("?") ? "&" : "?", "&");
  }

  /** What a connection says first: statements end by themselves, before the connection is cut. */
  String initialSql() {
    return text.startsWith(H2)
        ? ""
        : "SET statement_timeout = '20s'; SET lock_timeout = '10s';"
            + " SET idle_in_transaction_session_timeout = '60s'";
  }

  private String with(Map<String, String> options, String first, String next) {
    StringBuilder url = new StringBuilder(text);
    String given = text.toUpperCase(Locale.ROOT);
    options.forEach((option, value) -> {
      if (!given.matches(".*[?&;]" + option.toUpperCase(Locale.ROOT) + "=.*")) {
        url.append(url.length() == text.length() ? first : next)
            .append(option)
            .append('=')
            .append(value);
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
    return hasCode(failure, ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1);
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
    return new StateUnavailable("The state database " + text + " " + why(failure), failure);
  }

  private static boolean hasCode(Throwable failure, int code) {
    return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof JdbcException h2 && h2.getErrorCode() == code);
  }

  private static String why(Exception failure) {
    return switch (code(failure)) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          "is in use by another process. Stop the other reconciled, or give this one a state"
              + " database of its own.";
      case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
          "is damaged and was left as it is: "
              + failure.getMessage()
              + ". Restore it from a backup, or move its files away: the daemon then begins anew,"
              + " without the history of discrepancies, and sweeps everything.";
      default ->
          "cannot be used: "
              + failure.getMessage()
              + ". Check the URL, the user and the password, and that the database is up and has"
              + " room.";
    };
  }

  /** The first code of the database's own among the causes; 0 where there is none. */
  private static int code(Throwable failure) {
    return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
        .filter(JdbcException.class::isInstance)
        .map(cause -> ((JdbcException) cause).getErrorCode())
        .findFirst()
        .orElse(0);
  }
}
