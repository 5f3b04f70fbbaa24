package io.reconciled.store.sql;

import io.reconciled.model.StoreName;
import io.reconciled.store.RowUnreadable;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Turns what a driver throws into the two failures that the boundary knows. */
final class SqlFailures {
  /** Classes of SQLState whose messages speak of names and servers, never of stored values. */
  private static final Set<String> WITHOUT_VALUES = Set.of("08", "28", "3D", "3F", "42", "57");

  private final StoreName store;
  private final Driver driver;

  SqlFailures(StoreName store, Driver driver) {
    this.store = store;
    this.driver = driver;
  }

  /**
   * @param doing what was asked, such as {@code read subscriber/crm}
   */
  StoreFailure of(String doing, SQLException cause) {
    String what = "could not " + doing + ": " + said(cause);
    if (SqlCause.isUnfitValue(cause)) {
      return new RowUnreadable(store, what + "; a stored value is not fit for it", cause);
    }
    return driver.isUnavailable(cause)
        ? new StoreUnavailable(store, what, cause)
        : new StoreMisconfigured(
            store, what + "; correct the connector, the mapping or the rights", cause);
  }

  private static String said(SQLException cause) {
    String state = Optional.ofNullable(cause.getSQLState()).orElse("");
    boolean tellable = state.length() < 2 || WITHOUT_VALUES.contains(state.substring(0, 2));
    String firstLine =
        Optional.ofNullable(cause.getMessage())
            .flatMap(text -> text.lines().findFirst())
            .orElse("");
    return tellable ? firstLine : "SQLState " + state + ", error " + cause.getErrorCode();
  }
}
