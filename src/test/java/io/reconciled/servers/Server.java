package io.reconciled.servers;

/** A database server as the contract of stores needs it, in a process or in memory. */
public interface Server {
  /** Makes an empty database that nobody else uses. */
  Database freshDatabase(String prefix);

  /** It stands in the URL of every database of this server. */
  int port();

  void start();

  /** Ends the server in good order; its data stay. */
  void stop();

  /** Ends the server at once; its data stay. */
  void kill();
}
