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
    setting("log_bin", "1", "start the server with log_bin, and restart it")
        .ifPresent(complaints::add);
    setting("binlog_format", "ROW", "SET GLOBAL binlog_format = 'ROW';").ifPresent(complaints::add);
    setting("binlog_row_image", "FULL", "SET GLOBAL binlog_row_image = 'FULL';")
        .ifPresent(complaints::add);
    if (!mayReplicate()) {
      complaints.add(
          StoreComplaint.error(
              Subject.STORE,
              "user " + user + " may not read the binary log",
              "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO " + user + ";"));
    }
    return complaints;
  }

  private Optional<StoreComplaint> setting(String name, String wanted, String fix) {
    String found = String.valueOf(sql.fetchValue("SELECT @@global." + name));
    return found.equalsIgnoreCase(wanted)
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.error(
                Subject.STORE,
                "%s is %s, not %s, so changes cannot be followed".formatted(name, found, wanted),
                fix + " (and in the server's configuration file)"));
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
