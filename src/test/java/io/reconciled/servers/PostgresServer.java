package io.reconciled.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server, made for logical replication unless it is told otherwise. */
public final class PostgresServer extends DatabaseServer {

  private static final String NAME = "PostgreSQL";

  /** Writes reach the disk: what was committed is there after a kill. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "wal_level", "logical",
          // Hundreds of fresh databases would otherwise be made again when it is killed.
          "checkpoint_timeout", "30s",
          "max_wal_size", "256MB",
          "max_replication_slots", "50",
          "max_wal_senders", "50",
          "max_prepared_transactions", "20",
          "shared_buffers", "32MB",
          "dynamic_shared_memory_type", "mmap",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "");

  private final Database admin;

  private PostgresServer(ServerProcess process, Database admin) {
    super(process);
    this.admin = admin;
  }

  /** Starts a server with {@code wal_level=logical}. */
  public static PostgresServer startNew() {
    return startNew(Map.of());
  }

  /**
   * Starts a server.
   *
   * @param settings as in {@code postgresql.conf}; they win over this class's own
   */
  public static PostgresServer startNew(Map<String, String> settings) {
    int port = Ports.free();
    Database admin =
        new Database(
            PostgresPackage.ADMIN,
            url(port, PostgresPackage.ADMIN),
            PostgresPackage.ADMIN,
            PostgresPackage.ADMIN);
    try {
      Path folder = Workspace.current().newFolder("postgresql");
      Folders.copy(PostgresPackage.emptyData(), folder.resolve("data"));
      List<String> command = OrdinaryUser.command(command(folder, port, settings));
      ServerSpec spec = new ServerSpec(NAME, folder, port, command, "INT", admin::answers);
      PostgresServer server = new PostgresServer(new ServerProcess(spec), admin);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not prepare a PostgreSQL server", e);
    }
  }

  private static List<String> command(Path folder, int port, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(SETTINGS);
    all.put("port", Integer.toString(port));
    all.putAll(settings);
    List<String> command =
        new ArrayList<>(
            List.of(
                PostgresPackage.programs().resolve("bin/postgres").toString(),
                "-D",
                folder.resolve("data").toString()));
    all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  private static String url(int port, String database) {
    return "postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  @Override
  public Database admin() {
    return admin;
  }

  /** The user may log in, replicate, and owns the database; tables made by this user are theirs. */
  @Override
  public Database freshDatabase(String prefix) {
    String name = FreshNames.startingWith(prefix);
    try {
      admin.execute(
          "CREATE ROLE %s LOGIN REPLICATION PASSWORD '%s'".formatted(name, name),
          "CREATE DATABASE %s OWNER %s".formatted(name, name));
    } catch (SQLException e) {
      throw new IllegalStateException("Could not make the PostgreSQL database " + name, e);
    }
    return new Database(name, url(port(), name), name, name);
  }
}
