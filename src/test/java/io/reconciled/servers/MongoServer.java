package io.reconciled.servers;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jboss.logging.Logger;

/** A MongoDB server: a replica set of one, or a server that stands alone. */
public final class MongoServer extends DatabaseServer {

  private static final Logger LOG = Logger.getLogger(MongoServer.class);
  private static final String NAME = "MongoDB";
  private static final double CACHE_GIGABYTES = 0.25;

  private final String urlPattern;

  private MongoServer(ServerProcess process, String urlPattern) {
    super(process);
    this.urlPattern = urlPattern;
  }

  /** Starts a replica set {@code rs0} of one member, and waits until it is primary. */
  public static MongoServer startNew() {
    return startNew(CACHE_GIGABYTES);
  }

  /** The same, with a cache of its storage engine of this size. */
  public static MongoServer startNew(double cacheGigabytes) {
    return startNew(cacheGigabytes, List.of());
  }

  /** The same, with an oplog of 16 MB, which a second later no longer holds what does not fit. */
  public static MongoServer startWithShortOplog() {
    return startNew(CACHE_GIGABYTES, List.of("--oplogSize", "16", "--syncdelay", "1"));
  }

  private static MongoServer startNew(double cacheGigabytes, List<String> more) {
    int port = Ports.free();
    String url = "mongodb://127.0.0.1:" + port + "/%s?replicaSet=" + MongoReplicaSet.NAME;
    List<String> options = new ArrayList<>(List.of("--replSet", MongoReplicaSet.NAME));
    options.addAll(more);
    return startNew(port, url, cacheGigabytes, options, new MongoReplicaSet(port)::isPrimary);
  }

  /**
   * Starts a replica set of one whose clients log in; the one of {@link #admin} may do anything.
   */
  public static MongoServer startWithUsers() {
    int port = Ports.free();
    String address = "127.0.0.1:" + port;
    MongoServer server =
        startNew(
            port,
            "mongodb://admin:admin@" + address + "/%s?authSource=admin&replicaSet=rs0",
            CACHE_GIGABYTES,
            List.of("--replSet", MongoReplicaSet.NAME, "--keyFile", keyFile().toString()),
            new MongoReplicaSet(port)::isPrimary);
    // As long as there are no users, who comes from this machine may make the first.
    createUser("mongodb://" + address + "/?directConnection=true", "admin", "admin", "root");
    return server;
  }

  /** The secret that members know each other by; with it, clients have to log in. */
  private static Path keyFile() {
    try {
      Path file = Workspace.current().newFolder("mongodb-key").resolve("key");
      Files.writeString(file, "key".repeat(20));
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write a key file", e);
    }
  }

  private static void createUser(String url, String user, String password, String role) {
    try (MongoClient client = MongoClients.create(url)) {
      client
          .getDatabase("admin")
          .runCommand(
              new Document("createUser", user)
                  .append("pwd", password)
                  .append("roles", List.of(role)));
    }
  }

  /** Makes a user who may read everything; of a server with users only. */
  public Database user(String name, String password) {
    createUser(url(), name, password, "readAnyDatabase");
    String url = "mongodb://127.0.0.1:" + port() + "/admin?replicaSet=" + MongoReplicaSet.NAME;
    return new Database("admin", url, name, password);
  }

  /** Starts a server that waits to be made a member of a replica set {@code rs0}. */
  static MongoServer startMember() {
    int port = Ports.free();
    return startNew(
        port,
        "mongodb://127.0.0.1:" + port + "/%s?replicaSet=" + MongoReplicaSet.NAME,
        CACHE_GIGABYTES,
        List.of("--replSet", MongoReplicaSet.NAME),
        () -> true);
  }

  /** Starts a server without a replica set, and so without change streams. */
  public static MongoServer startStandalone() {
    int port = Ports.free();
    return startNew(
        port, "mongodb://127.0.0.1:" + port + "/%s", CACHE_GIGABYTES, List.of(), () -> true);
  }

  private static MongoServer startNew(
      int port,
      String urlPattern,
      double cacheGigabytes,
      List<String> options,
      ServerSpec.Probe probe) {
    Mongod mongod = Mongod.find();
    LOG.infof("MongoDB: %s, from %s", mongod.program(), mongod.origin());
    try {
      Path folder = Workspace.current().newFolder("mongodb");
      Path data = Files.createDirectory(folder.resolve("data"));
      List<String> command = new ArrayList<>(command(mongod, data, port, cacheGigabytes));
      command.addAll(options);
      ServerSpec spec = new ServerSpec(NAME, folder, port, command, "TERM", probe);
      MongoServer server = new MongoServer(new ServerProcess(spec), urlPattern);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not prepare a MongoDB server", e);
    }
  }

  private static List<String> command(Mongod mongod, Path data, int port, double cacheGigabytes) {
    return List.of(
        mongod.program().toString(),
        "--dbpath",
        data.toString(),
        "--port",
        Integer.toString(port),
        "--bind_ip",
        "127.0.0.1",
        "--nounixsocket",
        "--wiredTigerCacheSizeGB",
        Double.toString(cacheGigabytes),
        "--setParameter",
        "diagnosticDataCollectionEnabled=false");
  }

  @Override
  public Database admin() {
    return database("admin");
  }

  /** MongoDB makes it on the first write; there are no users. */
  @Override
  public Database freshDatabase(String prefix) {
    return database(FreshNames.startingWith(prefix));
  }

  private Database database(String name) {
    return new Database(name, urlPattern.formatted(name), "", "");
  }
}
