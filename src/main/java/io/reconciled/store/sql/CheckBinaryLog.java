package io.reconciled.store.sql;

import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

/** Looks for what keeps a MariaDB or MySQL server's log from being followed. */
final class CheckBinaryLog {
  private static final String ALL = "ALL PRIVILEGES ON *.*";
  private final DSLContext sql;
  private final String user;

  CheckBinaryLog(DSLContext sql, String user) {
    this.sql = sql;
    this.user = user;
  }

  /** Full row images show every column of a deleted row, so no dataset needs more than this. */
  List<StoreComplaint> check() {
    List<StoreComplaint> complaints = new ArrayList<>();
    if (value("log_bin").equals("0")) {
      complaints.add(
          StoreComplaint.error(
              Subject.STORE,
              "the server writes no binary log, so changes cannot be followed",
              "Add log_bin and binlog_format = ROW below [mysqld] in the server's configuration"
                  + " file, and restart it; or set capture: false to compare by sweeps only."));
    } else {
      setting("binlog_format", "ROW").ifPresent(complaints::add);
      setting("binlog_row_image", "FULL").ifPresent(complaints::add);
    }
    if (!mayReplicate()) {
      complaints.add(
          StoreComplaint.error(
              Subject.STORE,
              "user " + user + " may not read the binary log",
              "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO " + user + ";"));
    }
    return complaints;
  }

  private String value(String variable) {
    return String.valueOf(sql.fetchValue("SELECT @@global." + variable));
  }

  private Optional<StoreComplaint> setting(String name, String wanted) {
    String found = value(name);
    return found.equalsIgnoreCase(wanted)
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.error(
                Subject.STORE,
                "%s is %s, not %s, so changes cannot be followed".formatted(name, found, wanted),
                "SET GLOBAL %1$s = '%2$s'; and %1$s = %2$s in the server's configuration file."
                    .formatted(name, wanted)));
  }

  private boolean mayReplicate() {
    String grants =
        String.join("\n", sql.resultQuery("SHOW GRANTS").fetch(0, String.class))
            .toUpperCase(Locale.ROOT);
    boolean follows =
        grants.contains("REPLICATION SLAVE") || grants.contains("REPLICATION REPLICA");
    boolean asks = grants.contains("BINLOG MONITOR") || grants.contains("REPLICATION CLIENT");
    return grants.contains(ALL) || (follows && asks);
  }
}
