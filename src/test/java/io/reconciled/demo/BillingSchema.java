package io.reconciled.demo;

import io.reconciled.servers.MariaDbServer;
import java.sql.SQLException;

/** The billing service's database. The daemon reads it and follows the binary log, no more. */
final class BillingSchema {

  private BillingSchema() {}

  static void make(MariaDbServer server) {
    try {
      server
          .admin()
          .execute(
              "DROP DATABASE IF EXISTS billing",
              "CREATE DATABASE billing CHARACTER SET utf8mb4",
              "CREATE TABLE billing.account (subscriber_id bigint PRIMARY KEY,"
                  + " phone varchar(32), state char(1))",
              "CREATE OR REPLACE USER billing@'%' IDENTIFIED BY 'billing'",
              "GRANT SELECT, INSERT, UPDATE, DELETE ON billing.* TO billing@'%'",
              "CREATE OR REPLACE USER reconciled@'%' IDENTIFIED BY 'reconciled'",
              "GRANT SELECT ON billing.* TO reconciled@'%'",
              "GRANT REPLICATION SLAVE, BINLOG MONITOR ON *.* TO reconciled@'%'");
    } catch (SQLException e) {
      throw new IllegalStateException("Could not make the database of billing", e);
    }
  }
}
