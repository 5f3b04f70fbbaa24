package io.reconciled.servers;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One server of each kind for the whole JVM, each started on first use. They end with the JVM, so
 * nobody closes them, and who stops one starts it again.
 */
public final class Servers implements AutoCloseable {

  private static final Servers SHARED = new Servers();

  private final Lazy<PostgresServer> postgres = new Lazy<>(PostgresServer::startNew);
  private final Lazy<MariaDbServer> mariaDb = new Lazy<>(MariaDbServer::startNew);
  private final Lazy<MongoServer> mongo;

  private Servers() {
    this(MongoServer::startNew);
  }

  private Servers(Supplier<MongoServer> mongo) {
    this.mongo = new Lazy<>(mongo);
  }

  public static Servers shared() {
    return SHARED;
  }

  /** Servers of one's own, to be broken; whoever makes them closes them. */
  public static Servers own() {
    return new Servers();
  }

  /** Servers of one's own, of which the one of MongoDB is a member of this set. */
  public static Servers own(MongoTrio trio) {
    return new Servers(trio::seed);
  }

  public PostgresServer postgres() {
    return postgres.get();
  }

  public MariaDbServer mariaDb() {
    return mariaDb.get();
  }

  public MongoServer mongo() {
    return mongo.get();
  }

  /** Starts all three at once; returns when all of them answer. */
  public Servers startAll() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(this::postgres, Servers::inThread),
            CompletableFuture.runAsync(this::mariaDb, Servers::inThread),
            CompletableFuture.runAsync(this::mongo, Servers::inThread))
        .join();
    return this;
  }

  /** Ends those that were started. */
  @Override
  public void close() {
    List.of(postgres, mariaDb, mongo).forEach(Lazy::close);
  }

  private static void inThread(Runnable start) {
    Thread.ofPlatform().name("start-server").daemon().start(start);
  }

  /** A server that is started once; a start that failed is tried again on the next use. */
  private static final class Lazy<T extends DatabaseServer> {

    private final Supplier<T> factory;
    private Optional<T> server = Optional.empty();

    Lazy(Supplier<T> factory) {
      this.factory = factory;
    }

    synchronized T get() {
      T started = server.orElseGet(factory);
      server = Optional.of(started);
      return started;
    }

    synchronized void close() {
      server.ifPresent(DatabaseServer::close);
    }
  }
}
