package io.reconciled.scenario;

import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.StoreKind;
import io.reconciled.store.mongodb.MongoKind;
import io.reconciled.store.sql.SqlStoreKind;

/** A kind of real server that a store can lie on. */
enum ServerKind {
  POSTGRESQL {
    @Override
    StoreKind kind() {
      return SqlStoreKind.postgres();
    }

    @Override
    DatabaseServer server() {
      return Servers.shared().postgres();
    }

    @Override
    NativeRows rows(Database database) {
      return SqlRows.inPostgres(database);
    }
  },
  MARIADB {
    @Override
    StoreKind kind() {
      return SqlStoreKind.mariaDb();
    }

    @Override
    DatabaseServer server() {
      return Servers.shared().mariaDb();
    }

    @Override
    NativeRows rows(Database database) {
      return SqlRows.inMariaDb(server().admin(database));
    }
  },
  MONGODB {
    @Override
    StoreKind kind() {
      return new MongoKind();
    }

    @Override
    DatabaseServer server() {
      return Servers.shared().mongo();
    }

    @Override
    NativeRows rows(Database database) {
      return new MongoRows(database);
    }
  };

  abstract StoreKind kind();

  abstract DatabaseServer server();

  abstract NativeRows rows(Database database);

  /** The database as it is reached through another port, and by no other way. */
  Database through(Database database, int port) {
    String url =
        database
            .url()
            .replace(":" + server().port(), ":" + port)
            // A replica set's members are found by their own addresses, past any line.
            .replace("replicaSet=rs0", "directConnection=true");
    return new Database(database.name(), url, database.user(), database.password());
  }
}
