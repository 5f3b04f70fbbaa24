package io.reconciled.due.jooq;

import static io.reconciled.due.jooq.generated.Tables.DUE_KEY;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.reconciled.due.DueRow;
import io.reconciled.due.DueTable;
import io.reconciled.due.jooq.generated.tables.records.DueKeyRecord;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.state.jooq.KeyText;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.StateSql;
import io.reconciled.state.jooq.WriteRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Condition;

/** Due keys in the state database's table {@code due_key}. Safe for many threads. */
public final class JooqDueTable implements DueTable {
  private final StateSql sql;
  private final Function<EntityName, KeyShape> keyShapes;

  /**
   * @param keyShapes what the keys of an entity are; rows that are not of this shape any more,
   *     because the rules have changed, are passed over
   */
  public JooqDueTable(DataSource database, Function<EntityName, KeyShape> keyShapes) {
    this.sql = new StateSql(database);
    this.keyShapes = keyShapes;
  }

  @Override
  public void put(EntityName entity, Collection<DueRow> rows) {
    Map<SharedKey, DueKeyRecord> records = new LinkedHashMap<>();
    rows.forEach(row -> records.put(row.key(), toRecord(entity, row)));
    sql.write(transaction -> {
      WriteRows<DueKeyRecord> keys = new WriteRows<>(transaction, DUE_KEY);
      keys.delete(records.values());
      keys.insert(records.values());
    });
  }

  @Override
  public void remove(EntityName entity, Collection<SharedKey> keys) {
    List<DueKeyRecord> records = keys.stream().map(key -> named(entity, key)).toList();
    sql.write(transaction -> new WriteRows<>(transaction, DUE_KEY).delete(records));
  }

  @Override
  public List<DueRow> first(EntityName entity, int limit) {
    KeyShape shape = keyShapes.apply(entity);
    List<DueRow> rows = new ArrayList<>();
    List<DueKeyRecord> page = page(entity, Optional.empty(), limit);
    while (!page.isEmpty()) {
      page.forEach(row -> toRow(shape, row).ifPresent(rows::add));
      int missing = limit - rows.size();
      page = missing == 0 ? List.of() : page(entity, Optional.of(page.getLast()), missing);
    }
    return rows;
  }

  @Override
  public boolean has(EntityName entity, SharedKey key) {
    return sql.read(query ->
        query.fetchExists(
            DUE_KEY,
            DUE_KEY
                .ENTITY
                .eq(entity.value())
                .and(DUE_KEY.SHARED_KEY.eq(KeyText.stored(key.toString())))));
  }

  @Override
  public long size(EntityName entity) {
    return sql.read(query -> query.fetchCount(DUE_KEY, DUE_KEY.ENTITY.eq(entity.value())));
  }

  private List<DueKeyRecord> page(EntityName entity, Optional<DueKeyRecord> after, int limit) {
    Condition behind =
        after
            .map(last ->
                row(DUE_KEY.LOOK_AT, DUE_KEY.SHARED_KEY)
                    .gt(row(last.getLookAt(), last.getSharedKey())))
            .orElse(noCondition());
    return sql.read(query ->
        query
            .selectFrom(DUE_KEY)
            .where(DUE_KEY.ENTITY.eq(entity.value()))
            .and(behind)
            .orderBy(DUE_KEY.LOOK_AT, DUE_KEY.SHARED_KEY)
            .limit(limit)
            .fetch());
  }

  private static DueKeyRecord toRecord(EntityName entity, DueRow row) {
    return named(entity, row.key())
        .setLookAt(Micros.of(row.lookAt()))
        .setQuietSince(Micros.of(row.quietSince()));
  }

  private static DueKeyRecord named(EntityName entity, SharedKey key) {
    return new DueKeyRecord()
        .setEntity(entity.value())
        .setSharedKey(KeyText.stored(key.toString()));
  }

  private static Optional<DueRow> toRow(KeyShape shape, DueKeyRecord row) {
    return shape
        .parse(KeyText.read(row.getSharedKey()))
        .map(key -> new DueRow(key, row.getLookAt(), row.getQuietSince()));
  }
}
