package io.reconciled.sweep.jooq;

import static io.reconciled.sweep.jooq.generated.Tables.SWEEP_SEGMENT;

import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.state.jooq.KeyText;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.StateSql;
import io.reconciled.state.jooq.WriteRows;
import io.reconciled.sweep.jooq.generated.tables.records.SweepSegmentRecord;
import io.reconciled.sweep.segment.Segment;
import io.reconciled.sweep.segment.SegmentLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/** Segments in the state database's table {@code sweep_segment}. Safe for many threads. */
public final class JooqSegmentLog implements SegmentLog {
  private final StateSql sql;
  private final Function<EntityName, KeyShape> keyShapes;

  /**
   * @param keyShapes what the keys of an entity are; rows that are not of this shape any more,
   *     because the rules have changed, are passed over
   */
  public JooqSegmentLog(DataSource database, Function<EntityName, KeyShape> keyShapes) {
    this.sql = new StateSql(database);
    this.keyShapes = keyShapes;
  }

  @Override
  public List<Segment> of(EntityName entity) {
    List<SweepSegmentRecord> rows =
        sql.read(query ->
            query.selectFrom(SWEEP_SEGMENT).where(SWEEP_SEGMENT.ENTITY.eq(entity.value())).fetch());
    Optional<SweepSegmentRecord> head =
        rows.stream().filter(SweepSegmentRecord::getIsHead).findFirst();
    TreeMap<SharedKey, SweepSegmentRecord> others = new TreeMap<>();
    for (SweepSegmentRecord row : rows) {
      if (!row.getIsHead()) {
        keyShapes
            .apply(entity)
            .parse(KeyText.read(row.getFromKey()))
            .ifPresent(key -> others.put(key, row));
      }
    }
    return head.map(first -> inOrder(first, others)).orElse(List.of());
  }

  @Override
  public void replace(EntityName entity, Collection<Segment> gone, Collection<Segment> kept) {
    List<SweepSegmentRecord> rows = kept.stream().map(segment -> row(entity, segment)).toList();
    List<SweepSegmentRecord> old = gone.stream().map(segment -> start(entity, segment)).toList();
    sql.write(transaction -> {
      WriteRows<SweepSegmentRecord> write = new WriteRows<>(transaction, SWEEP_SEGMENT);
      write.delete(old);
      write.delete(rows);
      write.insert(rows);
    });
  }

  private static List<Segment> inOrder(
      SweepSegmentRecord head, NavigableMap<SharedKey, SweepSegmentRecord> others) {
    List<Segment> segments = new ArrayList<>();
    Optional<SharedKey> first =
        others.isEmpty() ? Optional.empty() : Optional.of(others.firstKey());
    segments.add(segment(Optional.empty(), first, head));
    for (Map.Entry<SharedKey, SweepSegmentRecord> row : others.entrySet()) {
      Optional<SharedKey> next = Optional.ofNullable(others.higherKey(row.getKey()));
      segments.add(segment(Optional.of(row.getKey()), next, row.getValue()));
    }
    return segments;
  }

  private static Segment segment(
      Optional<SharedKey> from, Optional<SharedKey> to, SweepSegmentRecord row) {
    return new Segment(
        new KeyRange(from, to),
        row.getKeyCount(),
        Optional.ofNullable(row.getReadAt()),
        Optional.empty());
  }

  private static SweepSegmentRecord row(EntityName entity, Segment segment) {
    return start(entity, segment)
        .setKeyCount(segment.keys())
        .setReadAt(segment.read().map(Micros::of).orElse(null));
  }

  private static SweepSegmentRecord start(EntityName entity, Segment segment) {
    Optional<SharedKey> from = segment.range().from();
    return new SweepSegmentRecord()
        .setEntity(entity.value())
        .setIsHead(from.isEmpty())
        .setFromKey(from.map(SharedKey::toString).map(KeyText::stored).orElse(""));
  }
}
