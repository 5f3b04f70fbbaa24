package io.reconciled.sweep.jooq;

import static io.reconciled.sweep.jooq.generated.Tables.STORE_PAUSE;

import io.reconciled.model.StoreName;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.StateSql;
import io.reconciled.sweep.guest.Pause;
import io.reconciled.sweep.guest.PauseLog;
import io.reconciled.sweep.jooq.generated.tables.records.StorePauseRecord;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.impl.DSL;

/** Pauses in the state database's table {@code store_pause}. Safe for many threads. */
public final class JooqPauseLog implements PauseLog {
  private final StateSql sql;

  public JooqPauseLog(DataSource database) {
    this.sql = new StateSql(database);
  }

  @Override
  public void add(Pause pause) {
    sql.write(transaction ->
        transaction
            .insertInto(STORE_PAUSE)
            .set(
                new StorePauseRecord()
                    .setStore(pause.store().value())
                    .setPaused(pause.paused())
                    .setWho(pause.who())
                    .setWhy(pause.why())
                    .setActedAt(Micros.of(pause.at())))
            .execute());
  }

  @Override
  public List<Pause> current() {
    return sql.read(query ->
        query
            .selectFrom(STORE_PAUSE)
            .where(
                STORE_PAUSE.ID.in(
                    DSL.select(DSL.max(STORE_PAUSE.ID))
                        .from(STORE_PAUSE)
                        .groupBy(STORE_PAUSE.STORE)))
            .orderBy(STORE_PAUSE.STORE)
            .fetch(JooqPauseLog::pause));
  }

  @Override
  public List<Pause> history(StoreName store, int limit) {
    return sql.read(query ->
        query
            .selectFrom(STORE_PAUSE)
            .where(STORE_PAUSE.STORE.eq(store.value()))
            .orderBy(STORE_PAUSE.ID.desc())
            .limit(limit)
            .fetch(JooqPauseLog::pause));
  }

  private static Pause pause(StorePauseRecord row) {
    return new Pause(
        new StoreName(row.getStore()),
        row.getPaused(),
        row.getWho(),
        row.getWhy(),
        row.getActedAt());
  }
}
