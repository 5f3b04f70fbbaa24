package io.reconciled.bench;

import io.reconciled.servers.MariaDbServer;
import io.reconciled.servers.MongoServer;
import io.reconciled.servers.PostgresServer;
import java.util.Map;

/**
 * One server of each kind, with enough memory that a million rows stay in it, and without waiting
 * for the disk: loading is to be quick, and reading is what is measured. They end with the JVM.
 */
public record BenchServers(PostgresServer postgres, MariaDbServer mariaDb, MongoServer mongo) {
  static final Map<String, String> POSTGRES =
      Map.of(
          "fsync", "off",
          "shared_buffers", "512MB",
          "maintenance_work_mem", "256MB",
          "checkpoint_timeout", "30min",
          "max_wal_size", "8GB");
  static final String[] MARIADB = {
    "--innodb-buffer-pool-size=1G",
    "--innodb-log-file-size=1G",
    "--innodb-flush-log-at-trx-commit=0",
    "--sync-binlog=0"
  };

  static final double MONGO_CACHE_GIGABYTES = 1;

  static BenchServers start() {
    return new BenchServers(
        PostgresServer.startNew(POSTGRES),
        MariaDbServer.startNew(MARIADB),
        MongoServer.startNew(MONGO_CACHE_GIGABYTES));
  }
}
