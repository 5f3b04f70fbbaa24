package io.reconciled.demo;

import io.reconciled.servers.Database;
import io.reconciled.servers.PostgresServer;
import java.sql.SQLException;

/**
 * The crm service's database. A publication can be made only by an owner of its tables: so the
 * table belongs to a role that both the service and the daemon are members of.
 */
final class CrmSchema {

  private CrmSchema() {}

  static void make(PostgresServer server) {
    Database admin = server.admin();
    String url = server.url().replace("/" + admin.name(), "/crm");
    Database crm = new Database("crm", url, admin.user(), admin.password());
    try {
      admin.execute(
          "DROP DATABASE IF EXISTS crm WITH (FORCE)",
          "DROP ROLE IF EXISTS crm, reconciled, subscriber_owner",
          "CREATE ROLE subscriber_owner NOLOGIN",
          "CREATE ROLE crm LOGIN PASSWORD 'crm' IN ROLE subscriber_owner",
          "CREATE ROLE reconciled LOGIN REPLICATION PASSWORD 'reconciled'"
              + " IN ROLE subscriber_owner",
          "CREATE DATABASE crm",
          "GRANT CREATE ON DATABASE crm TO reconciled");
      crm.execute(
          "CREATE TABLE public.subscriber (id bigint PRIMARY KEY, msisdn text, status text)",
          "ALTER TABLE public.subscriber OWNER TO subscriber_owner");
    } catch (SQLException e) {
      throw new IllegalStateException("Could not make the database of crm", e);
    }
  }
}
