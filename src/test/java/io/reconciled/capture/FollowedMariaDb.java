package io.reconciled.capture;

import io.reconciled.model.Dataset;
import io.reconciled.model.Position;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.MariaDbServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.sql.MariaDbFeed;
import java.util.List;

final class FollowedMariaDb extends FollowedSql {
  private final MariaDbServer server;
  private final Database database;

  private FollowedMariaDb(MariaDbServer server, Database database) {
    super(database, server.admin(database), "`Accounts`");
    this.server = server;
    this.database = database;
  }

  static FollowedMariaDb fresh() {
    MariaDbServer server = Servers.shared().mariaDb();
    return new FollowedMariaDb(server, server.freshDatabase("followed"));
  }

  @Override
  public DatabaseServer server() {
    return server;
  }

  @Override
  public ChangeFeed feed() {
    return MariaDbFeed.mariaDb();
  }

  @Override
  public Dataset dataset() {
    return dataset(List.of(database.name(), "Accounts"));
  }

  @Override
  public Position head() {
    return ask(
        "SHOW BINLOG STATUS",
        row -> {
          String file = row.getFirst();
          return new Position(
              Long.parseLong(file.substring(file.lastIndexOf('.') + 1)),
              Long.parseLong(row.getLast()));
        });
  }
}
