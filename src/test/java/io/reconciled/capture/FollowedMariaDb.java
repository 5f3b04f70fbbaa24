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
  private static final String COMPOSITE = "Composite";
  private final String name;

  private FollowedMariaDb(MariaDbServer server, Database database, String name) {
    super(database, server.admin(database), "`" + name + "`");
    this.server = server;
    this.database = database;
    this.name = name;
  }

  static FollowedMariaDb fresh() {
    MariaDbServer server = Servers.shared().mariaDb();
    FollowedMariaDb fresh =
        new FollowedMariaDb(server, server.freshDatabase("followed"), "Accounts");
    fresh.createTable();
    fresh.beside().createTable();
    return fresh;
  }

  @Override
  public DatabaseServer server() {
    return server;
  }

  @Override
  public FollowedMariaDb composite() {
    FollowedMariaDb composite = new FollowedMariaDb(server, database, COMPOSITE);
    composite.createCompositeTable();
    return composite;
  }

  @Override
  public FollowedMariaDb beside() {
    return new FollowedMariaDb(server, database, "Beside");
  }

  @Override
  public void insertMany(int keys) {
    insertFrom("SELECT seq AS n FROM seq_1_to_" + keys);
  }

  @Override
  public ChangeFeed feed() {
    return MariaDbFeed.mariaDb();
  }

  @Override
  public Dataset dataset() {
    Dataset one = dataset(List.of(database.name(), name));
    return name.equals(COMPOSITE) ? composite(one) : one;
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
