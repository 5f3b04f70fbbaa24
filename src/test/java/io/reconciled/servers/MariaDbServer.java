package io.reconciled.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A MariaDB server that writes a binary log of full rows unless it is told otherwise. It has no
 * TLS: without a certificate it would make a 4096-bit key on every start, which takes seconds.
 */
public final class MariaDbServer extends DatabaseServer {

  private static final String NAME = "MariaDB";

  private final Database admin;

  private MariaDbServer(ServerProcess process, Database admin) {
    super(process);
    this.admin = admin;
  }

  /**
   * Starts a server.
   *
   * @param options for {@code mariadbd}, such as {@code --skip-log-bin}; they win over this class's
   *     own
   */
  public static MariaDbServer startNew(String... options) {
    int port = Ports.free();
    Database admin =
        new Database("mysql", url(port, "mysql"), MariaDbPackage.ADMIN, MariaDbPackage.ADMIN);
    try {
      Path folder = Workspace.current().newFolder("mariadb");
      Path data = folder.resolve("data");
      Folders.copy(MariaDbPackage.emptyData(), data);
      List<String> command = command(data, port, options);
      ServerSpec spec = new ServerSpec(NAME, folder, port, command, "TERM", admin::answers);
      MariaDbServer server = new MariaDbServer(new ServerProcess(spec), admin);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not prepare a MariaDB server", e);
    }
  }

  private static List<String> command(Path data, int port, String... options) {
    List<String> command = new ArrayList<>(MariaDbPackage.command(data));
    command.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=mariadb.sock",
            "--pid-file=mariadb.pid",
            "--skip-name-resolve",
            "--skip-ssl",
            "--server-id=1",
            "--log-bin=binlog",
            "--binlog-format=ROW",
            "--binlog-row-image=FULL",
            "--binlog-row-metadata=FULL"));
    command.addAll(List.of(options));
    return command;
  }

  private static String url(int port, String database) {
    return "mariadb://127.0.0.1:%d/%s".formatted(port, database);
  }

  @Override
  public Database admin() {
    return admin;
  }

  /** The user may read all databases, and follow the binary log; writing is for the admin. */
  @Override
  public Database freshDatabase(String prefix) {
    String name = FreshNames.startingWith(prefix);
    try {
      admin.execute(
          "CREATE DATABASE %s CHARACTER SET utf8mb4".formatted(name),
          "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(name, name),
          ("GRANT SELECT, RELOAD, SHOW DATABASES, REPLICATION SLAVE, REPLICATION CLIENT,"
                  + " BINLOG MONITOR ON *.* TO '%s'@'%%'")
              .formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException("Could not make the MariaDB database " + name, e);
    }
    return new Database(name, url(port(), name), name, name);
  }
}
