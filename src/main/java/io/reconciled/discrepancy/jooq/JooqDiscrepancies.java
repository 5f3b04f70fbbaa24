package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.Standing;
import io.reconciled.discrepancy.Status;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.StateSql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The record of findings in the state database. Safe for many threads, as long as the events of one
 * rule come from one of them.
 */
public final class JooqDiscrepancies implements Discrepancies {
  private final StateSql sql;
  private final Function<EntityName, KeyShape> keyShapes;
  private final Masking masking;

  /**
   * @param keyShapes what the keys of an entity are; open keys that are not of this shape any more,
   *     because the rules have changed, are passed over
   * @param masking of the values that are written from now on
   */
  public JooqDiscrepancies(
      DataSource database, Function<EntityName, KeyShape> keyShapes, Masking masking) {
    this.sql = new StateSql(database);
    this.keyShapes = keyShapes;
    this.masking = masking;
  }

  @Override
  public void record(List<LifeEvent> events) {
    sql.write(transaction -> RecordEvents.inTransaction(transaction, masking, events));
  }

  @Override
  public Map<SharedKey, List<Standing>> standings(EntityName entity, Collection<SharedKey> keys) {
    return sql.read(query -> new LoadStandings(query, entity).of(keys));
  }

  @Override
  public List<SharedKey> openKeys(EntityName entity, Optional<SharedKey> after, int limit) {
    KeyShape shape = keyShapes.apply(entity);
    return sql.read(query -> new PageOpenKeys(query, entity, shape).page(after, limit));
  }

  @Override
  public void forgetConvergedBefore(Instant time) {
    sql.write(transaction ->
        transaction
            .deleteFrom(DISCREPANCY)
            .where(DISCREPANCY.STATUS.eq(Status.CONVERGED))
            .and(DISCREPANCY.CLOSED.lt(Micros.of(time)))
            .execute());
  }
}
