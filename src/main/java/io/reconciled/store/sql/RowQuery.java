package io.reconciled.store.sql;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;

/** A query for rows of a {@link MappedTable}. */
@FunctionalInterface
interface RowQuery {
  /**
   * @param columns what to select: those of {@link MappedTable#columns}, or what stands for each
   */
  ResultQuery<?> select(DSLContext sql, List<? extends Field<?>> columns);
}
