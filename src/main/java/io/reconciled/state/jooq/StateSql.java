package io.reconciled.state.jooq;

import io.reconciled.model.ReconciledException;
import io.reconciled.model.StateRefused;
import io.reconciled.model.StateUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;

/**
 * Runs a stage's statements in the state database. Safe for many threads.
 *
 * <p>Every method throws {@link StateUnavailable} where the database fails, and {@link
 * StateRefused} where it answers that a value cannot be kept.
 */
public final class StateSql {
  /** Otherwise jOOQ renders every statement and result with its values, to log them or not. */
  private static final Settings QUIET = new Settings().withExecuteLogging(false);

  /** Data that is not fit or breaks a constraint, and limits that a value exceeds. */
  private static final Set<String> UNFIT = Set.of("22", "23", "54");

  private final DSLContext sql;

  /** Asks the database once which dialect it speaks. */
  public StateSql(DataSource database) {
    this.sql = DSL.using(database, dialect(database), QUIET);
  }

  /** One query, outside a transaction. */
  public <T> T read(Function<DSLContext, T> query) {
    try {
      return query.apply(sql);
    } catch (DataAccessException failure) {
      throw failed(failure);
    }
  }

  /** All statements in one transaction: all of them are durable when this returns, or none is. */
  public void write(Consumer<DSLContext> statements) {
    try {
      sql.transaction(transaction -> statements.accept(transaction.dsl()));
    } catch (DataAccessException failure) {
      throw failed(failure);
    }
  }

  /** As {@link #write}, for statements that have an answer. */
  public <T> T writeAndRead(Function<DSLContext, T> statements) {
    try {
      return sql.transactionResult(transaction -> statements.apply(transaction.dsl()));
    } catch (DataAccessException failure) {
      throw failed(failure);
    }
  }

  private static SQLDialect dialect(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return JDBCUtils.dialect(connection);
    } catch (SQLException failure) {
      throw unavailable(new DataAccessException("no connection", failure));
    }
  }

  private static ReconciledException failed(DataAccessException failure) {
    return UNFIT.contains(failure.sqlState().substring(0, 2))
        ? new StateRefused(
            "The state database cannot keep a value (SQL state %s, see the cause)."
                .formatted(failure.sqlState()),
            failure)
        : unavailable(failure);
  }

  private static StateUnavailable unavailable(DataAccessException failure) {
    return new StateUnavailable(
        "The state database failed (SQL state %s, see the cause). Check that it is reachable and has"
                .formatted(failure.sqlState())
            + " room; what was under way is tried again.",
        failure);
  }
}
