package io.reconciled.due.jooq;

import static io.reconciled.due.jooq.generated.Tables.DOUBT;

import io.reconciled.due.Doubt;
import io.reconciled.due.Doubts;
import io.reconciled.due.jooq.generated.tables.records.DoubtRecord;
import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.StateSql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Doubts in the state database's table {@code doubt}. Safe for many threads. */
public final class JooqDoubts implements Doubts {
  private final StateSql sql;

  public JooqDoubts(DataSource database) {
    this.sql = new StateSql(database);
  }

  @Override
  public void raise(Collection<Doubt> doubts) {
    sql.write(transaction -> doubts.forEach(doubt -> raise(transaction, doubt)));
  }

  private static void raise(DSLContext transaction, Doubt doubt) {
    int known =
        transaction
            .update(DOUBT)
            .set(DOUBT.RAISED, Micros.of(doubt.raised()))
            .setNull(DOUBT.FOLLOWED)
            .set(DOUBT.WHY, doubt.why())
            .where(named(doubt))
            .execute();
    if (known == 0) {
      transaction
          .insertInto(DOUBT)
          .set(
              new DoubtRecord()
                  .setEntity(doubt.entity().value())
                  .setStore(doubt.store().value())
                  .setCause(doubt.cause().name())
                  .setSince(Micros.of(doubt.since()))
                  .setRaised(Micros.of(doubt.raised()))
                  .setFollowed(doubt.followed().map(Micros::of).orElse(null))
                  .setWhy(doubt.why()))
          .execute();
    }
  }

  @Override
  public List<Doubt> open() {
    return sql.read(query ->
        query
            .selectFrom(DOUBT)
            .orderBy(DOUBT.SINCE, DOUBT.ENTITY, DOUBT.STORE, DOUBT.CAUSE)
            .fetch(JooqDoubts::doubt));
  }

  @Override
  public void followed(StoreName store, Instant at) {
    sql.write(transaction ->
        transaction
            .update(DOUBT)
            .set(DOUBT.FOLLOWED, Micros.of(at))
            .where(DOUBT.STORE.eq(store.value()).and(DOUBT.FOLLOWED.isNull()))
            .execute());
  }

  @Override
  public void settle(EntityName entity, Instant began) {
    Instant cut = Micros.of(began);
    sql.write(transaction ->
        transaction
            .deleteFrom(DOUBT)
            .where(DOUBT.ENTITY.eq(entity.value()))
            .and(DOUBT.RAISED.lt(cut))
            .and(DOUBT.FOLLOWED.lt(cut))
            .execute());
  }

  private static Condition named(Doubt doubt) {
    return DOUBT
        .ENTITY
        .eq(doubt.entity().value())
        .and(DOUBT.STORE.eq(doubt.store().value()))
        .and(DOUBT.CAUSE.eq(doubt.cause().name()));
  }

  private static Doubt doubt(DoubtRecord row) {
    return new Doubt(
        new EntityName(row.getEntity()),
        new StoreName(row.getStore()),
        Doubt.Cause.valueOf(row.getCause()),
        row.getSince(),
        row.getRaised(),
        Optional.ofNullable(row.getFollowed()),
        row.getWhy());
  }
}
