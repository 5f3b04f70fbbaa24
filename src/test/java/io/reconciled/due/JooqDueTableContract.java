package io.reconciled.due;

import io.reconciled.due.jooq.JooqDueTable;
import javax.sql.DataSource;

/** The contract over a state database. */
abstract class JooqDueTableContract extends DueTableContract {
  /** New and empty. */
  abstract DataSource database();

  @Override
  DueTable table() {
    return new JooqDueTable(database(), DueTableContract::keyType);
  }
}
