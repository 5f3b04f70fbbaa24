package io.reconciled.servers;

import java.nio.file.Path;
import java.util.List;

/**
 * What is run as a server.
 *
 * @param name the product's name, for messages
 * @param folder all its data, and its log; deleted with the server
 * @param command stays in the foreground, and names the folder in its arguments
 * @param stopSignal ends it in good order; a name without {@code SIG}
 * @param probe asked, once the port accepts connections, until it says yes
 */
record ServerSpec(
    String name, Path folder, int port, List<String> command, String stopSignal, Probe probe) {

  /** Whether a server does its work already. */
  @FunctionalInterface
  interface Probe {
    boolean answers();
  }
}
