package io.reconciled.servers;

/** A way to a server on which answers get lost. */
public interface LossyLine extends AutoCloseable {
  /** Where a client connects to be on this line. */
  int port();

  @Override
  void close();
}
