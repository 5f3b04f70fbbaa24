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

  private FollowedPostgres(PostgresServer server, Database database) {
    super(database, database, "\"Accounts\"");
    this.server = server;
  }

  static FollowedPostgres fresh() {
    PostgresServer server = Servers.shared().postgres();
    return new FollowedPostgres(server, server.freshDatabase("followed"));
  }

  @Override
  public DatabaseServer server() {
    return server;
  }

  @Override
  public ChangeFeed feed() {
    return new PostgresFeed();
  }

  @Override
  public Dataset dataset() {
    return dataset(List.of("public", "Accounts"));
  }

  @Override
  public Position head() {
    return ask(
        "SELECT pg_logical_emit_message(true, 'reconciled', '')",
        row -> {
          String[] halves = row.getFirst().split("/");
          return new Position(
              0, Long.parseLong(halves[0], 16) << 32 | Long.parseLong(halves[1], 16));
        });
  }
}
