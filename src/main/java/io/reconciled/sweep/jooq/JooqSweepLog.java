package io.reconciled.sweep.jooq;

import static io.reconciled.sweep.jooq.generated.Tables.SWEEP;

import io.reconciled.model.EntityName;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.StateSql;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.Sweep.State;
import io.reconciled.sweep.SweepLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Sweeps in the state database's table {@code sweep}. Safe for many threads. */
public final class JooqSweepLog implements SweepLog {
  private final StateSql sql;

  public JooqSweepLog(DataSource database) {
    this.sql = new StateSql(database);
  }

  @Override
  public Sweep begin(EntityName entity, String asked, Instant at) {
    return begin(entity, asked, false, at);
  }

  @Override
  public Sweep beginOfMoved(EntityName entity, String asked, Instant at) {
    return begin(entity, asked, true, at);
  }

  private Sweep begin(EntityName entity, String asked, boolean onlyMoved, Instant at) {
    Sweep begun =
        new Sweep(
            0,
            entity,
            asked,
            onlyMoved,
            State.RUNNING,
            Micros.of(at),
            Optional.empty(),
            0,
            0,
            Map.of(),
            Map.of(),
            0,
            Map.of(),
            List.of());
    return sql.writeAndRead(transaction ->
        SweepRow.sweep(
            transaction.insertInto(SWEEP).set(SweepRow.of(begun)).returning().fetchSingle()));
  }

  @Override
  public void update(Sweep sweep) {
    sql.write(transaction ->
        transaction.update(SWEEP).set(SweepRow.of(sweep)).where(SWEEP.ID.eq(sweep.id())).execute());
  }

  @Override
  public Optional<Sweep> byId(long id) {
    return sql.read(query -> query.fetchOptional(SWEEP, SWEEP.ID.eq(id)).map(SweepRow::sweep));
  }

  @Override
  public List<Sweep> latest(int limit) {
    return sql.read(query ->
        query.selectFrom(SWEEP).orderBy(SWEEP.ID.desc()).limit(limit).fetch(SweepRow::sweep));
  }

  @Override
  public Optional<Sweep> lastOfAll(EntityName entity) {
    return last(entity, DSL.noCondition());
  }

  @Override
  public Optional<Sweep> lastFinished(EntityName entity) {
    return last(entity, SWEEP.STATE.in(State.COMPLETE, State.INCOMPLETE));
  }

  private Optional<Sweep> last(EntityName entity, Condition condition) {
    return sql.read(query ->
        query
            .selectFrom(SWEEP)
            .where(SWEEP.ENTITY.eq(entity.value()))
            .and(SWEEP.ONLY_MOVED.isFalse())
            .and(condition)
            .orderBy(SWEEP.ID.desc())
            .limit(1)
            .fetchOptional(SweepRow::sweep));
  }

  @Override
  public void breakOffRunning(Instant at) {
    sql.write(transaction ->
        transaction
            .update(SWEEP)
            .set(SWEEP.STATE, State.BROKEN_OFF)
            .set(SWEEP.FINISHED, Micros.of(at))
            .where(SWEEP.STATE.eq(State.RUNNING))
            .execute());
  }
}
