package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import io.reconciled.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Looks for what keeps a PostgreSQL server's log from being followed. */
final class CheckPostgresLog {
  private final DSLContext sql;
  private final StoreSettings settings;
  private final PostgresCatalog catalog;

  CheckPostgresLog(DSLContext sql, StoreSettings settings, PostgresCatalog catalog) {
    this.sql = sql;
    this.settings = settings;
    this.catalog = catalog;
  }

  List<StoreComplaint> check(List<Dataset> datasets) {
    List<StoreComplaint> complaints = new ArrayList<>();
    String level = sql.resultQuery("SHOW wal_level").fetchSingle(0, String.class);
    if (!"logical".equals(level)) {
      complaints.add(
          StoreComplaint.error(
              Subject.STORE,
              "wal_level is " + level + ", so changes cannot be followed",
              "ALTER SYSTEM SET wal_level = 'logical'; then restart the server; or set capture: false"
                  + " to compare by sweeps only."));
    }
    if (!mayReplicate()) {
      complaints.add(
          StoreComplaint.error(
              Subject.STORE,
              "user " + settings.user() + " may not replicate",
              "ALTER ROLE " + PostgresCatalog.quote(settings.user()) + " REPLICATION;"));
    }
    for (Dataset dataset : datasets) {
      catalog
          .find(dataset.container())
          .flatMap(relation -> identity(dataset, relation))
          .ifPresent(complaints::add);
    }
    return complaints;
  }

  /** A role may also inherit it from the cloud provider's role for replication. */
  private boolean mayReplicate() {
    return sql.resultQuery(
            "SELECT rolreplication OR rolsuper OR EXISTS (SELECT FROM pg_roles WHERE rolname ="
                + " 'rds_replication' AND pg_has_role(oid, 'MEMBER'))"
                + " FROM pg_roles WHERE rolname = current_user")
        .fetchSingle(0, Boolean.class);
  }

  /** What the log shows of a deleted row decides whether its shared key can be told. */
  private Optional<StoreComplaint> identity(Dataset dataset, PostgresCatalog.Relation relation) {
    List<String> shown =
        sql.resultQuery(
                "SELECT a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " WHERE c.oid = ? AND a.attnum > 0 AND NOT a.attisdropped"
                    + " AND (c.relreplident = 'f' OR EXISTS (SELECT FROM pg_index i"
                    + " WHERE i.indrelid = c.oid AND a.attnum = ANY(i.indkey)"
                    + " AND CASE c.relreplident WHEN 'd' THEN i.indisprimary"
                    + " WHEN 'i' THEN i.indisreplident ELSE false END))",
                relation.oid())
            .fetch(0, String.class);
    String full = "ALTER TABLE " + relation.quoted() + " REPLICA IDENTITY FULL;";
    if (shown.isEmpty()) {
      return Optional.of(
          StoreComplaint.error(
              Subject.container(dataset),
              "table %s has no replica identity: publishing it would make its own updates and"
                      .formatted(relation.quoted())
                  + " deletes fail",
              "Add a primary key, or: " + full));
    }
    return shown.containsAll(dataset.keyFields())
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.warning(
                Subject.key(dataset),
                "deletes in %s do not show %s in the log, nor changes of it what it was; sweeps cover them"
                    .formatted(relation.quoted(), String.join(", ", dataset.keyFields())),
                full));
  }
}
