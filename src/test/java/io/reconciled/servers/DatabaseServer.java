package io.reconciled.servers;

/**
 * One database server that runs as a child process of this JVM.
 *
 * <p>A server is started when its factory method returns. {@link #stop}, {@link #kill} and {@link
 * #start} may follow each other in any order, and each returns when what it says has happened;
 * {@link #close} ends the server for good.
 */
public abstract sealed class DatabaseServer implements Server, AutoCloseable
    permits PostgresServer, MariaDbServer, MongoServer {

  private final ServerProcess process;

  DatabaseServer(ServerProcess process) {
    this.process = process;
  }

  /** The product's name, for messages: {@code PostgreSQL}, {@code MariaDB} or {@code MongoDB}. */
  public final String name() {
    return process.name();
  }

  /** The port on 127.0.0.1; it stays the same until {@link #close}. */
  @Override
  public final int port() {
    return process.port();
  }

  /** The server's own database with the user who may do everything. */
  public abstract Database admin();

  /** The URL of {@link #admin}, in the shape that a file under {@code connectors/} has. */
  public final String url() {
    return admin().url();
  }

  /** The user who may do everything; empty where the server asks nobody who they are. */
  public final String adminUser() {
    return admin().user();
  }

  /** The password of {@link #adminUser}; empty where the server asks nobody who they are. */
  public final String adminPassword() {
    return admin().password();
  }

  /** The same database, for the user who may do everything. */
  public final Database admin(Database database) {
    return new Database(database.name(), database.url(), adminUser(), adminPassword());
  }

  /**
   * Makes an empty database that nobody else uses, with a user who has the rights that capture
   * needs and no others.
   *
   * @param prefix how its name begins: lower-case ASCII letters, digits and underscores, at most 30
   */
  @Override
  public abstract Database freshDatabase(String prefix);

  /** Starts the server on the data and the port it had; does nothing where it runs. */
  @Override
  public final void start() {
    process.start();
  }

  /** Ends the server in good order, as an operator would; a client that clings is cut off. */
  @Override
  public final void stop() {
    process.stop();
  }

  /** Ends the server and all its processes by {@code SIGKILL}. */
  @Override
  public final void kill() {
    process.kill();
  }

  /** Stops all its processes by {@code SIGSTOP}: it takes connections, and never answers. */
  public final void pause() {
    process.signal("STOP");
  }

  /** Lets a paused server go on. */
  public final void goOn() {
    process.signal("CONT");
  }

  public final boolean running() {
    return process.running();
  }

  /** Ends the server and deletes its data. */
  @Override
  public final void close() {
    process.close();
  }
}
