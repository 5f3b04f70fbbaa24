package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Tries a dataset's filter on its table, for no rows. */
final class CheckFilter {
  private final DSLContext sql;
  private final RowFilter filter;

  CheckFilter(DSLContext sql) {
    this.sql = sql;
    this.filter = new RowFilter(sql.dialect());
  }

  Optional<StoreComplaint> check(Dataset dataset) {
    return dataset
        .where()
        .flatMap(text -> filter.objection(text).or(() -> refusal(dataset)))
        .map(why ->
            StoreComplaint.error(
                Subject.where(dataset),
                "the filter of %s %s".formatted(dataset, why),
                "Write one condition over the table's own columns, as in tenant = 7."));
  }

  private Optional<String> refusal(Dataset dataset) {
    MappedTable table = new MappedTable(dataset);
    try {
      sql.select(DSL.one()).from(table.table()).where(table.taken()).limit(0).fetch();
      return Optional.empty();
    } catch (DataAccessException e) {
      String said = String.valueOf(SqlCause.of(e).getMessage());
      return Optional.of("is refused: " + said.lines().findFirst().orElse(""));
    }
  }
}
