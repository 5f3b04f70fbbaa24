package io.reconciled.app;

import io.reconciled.capture.FollowedStores;
import io.reconciled.capture.jooq.JooqFollowedStores;
import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.RulesOnRecord;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqFindDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqIncidents;
import io.reconciled.discrepancy.jooq.JooqRulesOnRecord;
import io.reconciled.due.Doubts;
import io.reconciled.due.DueTable;
import io.reconciled.due.jooq.JooqDoubts;
import io.reconciled.due.jooq.JooqDueTable;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.sweep.SweepLog;
import io.reconciled.sweep.guest.PauseLog;
import io.reconciled.sweep.jooq.JooqPauseLog;
import io.reconciled.sweep.jooq.JooqSegmentLog;
import io.reconciled.sweep.jooq.JooqSweepLog;
import io.reconciled.sweep.segment.SegmentLog;
import java.util.function.Function;
import javax.sql.DataSource;

/** What the daemon keeps in its state database. */
record OnRecord(
    DueTable dueTable,
    Discrepancies discrepancies,
    FindDiscrepancies find,
    Incidents incidents,
    RulesOnRecord rules,
    SweepLog sweepLog,
    PauseLog pauses,
    SegmentLog segments,
    Doubts doubts,
    FollowedStores followed) {

  static OnRecord in(DataSource database, Configuration configuration, Masking masking) {
    Function<EntityName, KeyShape> keyShapes =
        name -> configuration.entity(name).map(Entity::keyShape).orElse(KeyType.TEXT);
    return new OnRecord(
        new JooqDueTable(database, keyShapes),
        new JooqDiscrepancies(database, keyShapes, masking),
        new JooqFindDiscrepancies(database),
        new JooqIncidents(database),
        new JooqRulesOnRecord(database),
        new JooqSweepLog(database),
        new JooqPauseLog(database),
        new JooqSegmentLog(database, keyShapes),
        new JooqDoubts(database),
        new JooqFollowedStores(database));
  }
}
