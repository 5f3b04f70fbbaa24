package io.reconciled.sweep.jooq;

import com.fasterxml.jackson.core.type.TypeReference;
import io.reconciled.model.EntityName;
import io.reconciled.state.jooq.Json;
import io.reconciled.state.jooq.Micros;
import io.reconciled.sweep.PieceOnRecord;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.jooq.generated.tables.records.SweepRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sweep as a row; its counts by dataset are JSON. */
final class SweepRow {
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Map<String, Long>>> COUNTS_BY_WHY =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> LINES = new TypeReference<>() {};
  private static final TypeReference<List<PieceOnRecord>> PIECES = new TypeReference<>() {};

  private SweepRow() {}

  /** Without its id, which the database gives. */
  static SweepRecord of(Sweep sweep) {
    return new SweepRecord()
        .setEntity(sweep.entity().value())
        .setAsked(sweep.asked())
        .setOnlyMoved(sweep.onlyMoved())
        .setState(sweep.state())
        .setStarted(Micros.of(sweep.started()))
        .setFinished(sweep.finished().map(Micros::of).orElse(null))
        .setKeyCount(sweep.keys())
        .setSuspectCount(sweep.suspects())
        .setRowCounts(Json.write(sweep.rows()))
        .setKeylessCounts(Json.write(sweep.keyless()))
        .setUnreadRanges(sweep.unreadRanges())
        .setUnread(Json.write(sweep.unread()))
        .setLeftToDo(Json.write(sweep.left()));
  }

  static Sweep sweep(SweepRecord row) {
    return new Sweep(
        row.getId(),
        new EntityName(row.getEntity()),
        row.getAsked(),
        row.getOnlyMoved(),
        row.getState(),
        row.getStarted(),
        Optional.ofNullable(row.getFinished()),
        row.getKeyCount(),
        row.getSuspectCount(),
        Json.read(row.getRowCounts(), COUNTS),
        Json.read(row.getKeylessCounts(), COUNTS_BY_WHY),
        row.getUnreadRanges(),
        Json.read(row.getUnread(), LINES),
        Json.read(row.getLeftToDo(), PIECES));
  }
}
