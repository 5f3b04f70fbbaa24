package io.reconciled.capture;

import io.reconciled.model.Dataset;
import io.reconciled.model.Position;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.sql.PostgresFeed;
import java.util.List;

final class FollowedPostgres extends FollowedSql {
  private final PostgresServer server;
  private final Database database;
  private static final String COMPOSITE = "Composite";
  private final String name;

  private FollowedPostgres(PostgresServer server, Database database, String name) {
    super(database, database, "\"" + name + "\"");
    this.server = server;
    this.database = database;
    this.name = name;
  }

  static FollowedPostgres fresh() {
    PostgresServer server = Servers.shared().postgres();
    return in(server, server.freshDatabase("followed"));
  }

  static FollowedPostgres in(PostgresServer server, Database database) {
    FollowedPostgres fresh = new FollowedPostgres(server, database, "Accounts");
    fresh.createTable();
    fresh.beside().createTable();
    return fresh;
  }

  @Override
  public DatabaseServer server() {
    return server;
  }

  @Override
  public FollowedPostgres composite() {
    FollowedPostgres composite = new FollowedPostgres(server, database, COMPOSITE);
    composite.createCompositeTable();
    return composite;
  }

  @Override
  public FollowedPostgres beside() {
    return new FollowedPostgres(server, database, "Beside");
  }

  @Override
  public void insertMany(int keys) {
    insertFrom("SELECT n FROM generate_series(1, %d) g(n)".formatted(keys));
  }

  @Override
  public ChangeFeed feed() {
    return new PostgresFeed();
  }

  @Override
  public Dataset dataset() {
    Dataset one = dataset(List.of("public", name));
    return name.equals(COMPOSITE) ? composite(one) : one;
  }

  @Override
  public Position head() {
    return ask(
        "SELECT pg_logical_emit_message(true, 'reconciled', '')",
        row -> {
          String[] halves = row.getFirst().split("/", 2);
          return new Position(
              0, Long.parseLong(halves[0], 16) << 32 | Long.parseLong(halves[1], 16));
        });
  }
}
