package io.reconciled.servers;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server of this machine: a port of its own, whose clients are carried to the server's
 * port and back. What becomes of the bytes on their way is up to the kind of line.
 */
public abstract class Line implements AutoCloseable {
  private static final int MANY = 50;
  private static final int BUFFER = 1 << 16;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int serverPort;
  private volatile ServerSocket listener;

  /** Which way bytes go. */
  enum Way {
    TO_SERVER,
    TO_CLIENT
  }

  Line(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.listener = listener(0);
    this.port = listener.getLocalPort();
    listen(listener);
  }

  /** Where a client connects to be on this line. */
  public final int port() {
    return port;
  }

  /** The URL of a database of the server, over this line and no other way. */
  public final String url(Database database) {
    return database
        .url()
        .replaceFirst(":\\d+/", ":" + port + "/")
        .replaceFirst("(replicaSet=\\w+)", "$1&directConnection=true");
  }

  /** Passes on, or does not, what came from the one end. Called by one thread for each way. */
  abstract void pass(Way way, byte[] bytes, OutputStream to) throws IOException;

  /** Whether who comes now is carried to the server, or dropped. */
  boolean admits() {
    return true;
  }

  /** Who comes from now on is carried to another port; who is on the line stays where he is. */
  final void carryTo(int otherPort) {
    serverPort = otherPort;
  }

  /** Throws everybody off the line. */
  final void drop() {
    open.forEach(Line::end);
    open.clear();
  }

  /** Nobody listens on the line's port any more. */
  final void stopListening() {
    end(listener);
  }

  /** Listens again where nobody did. */
  final void listenAgain() throws IOException {
    if (listener.isClosed()) {
      listener = listener(port);
      listen(listener);
    }
  }

  private static ServerSocket listener(int port) throws IOException {
    return new ServerSocket(port, MANY, InetAddress.getLoopbackAddress());
  }

  private void listen(ServerSocket on) {
    Thread.ofVirtual().start(() -> accept(on));
  }

  private void accept(ServerSocket on) {
    try {
      while (true) {
        connect(on.accept());
      }
    } catch (IOException closed) {
      // Nobody else gets on the line.
    }
  }

  private void connect(Socket client) {
    if (!admits()) {
      end(client);
      return;
    }
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      open.add(client);
      open.add(server);
      Thread.ofVirtual().start(() -> carry(Way.TO_SERVER, client, server));
      Thread.ofVirtual().start(() -> carry(Way.TO_CLIENT, server, client));
      if (!admits()) {
        drop();
      }
    } catch (IOException serverIsGone) {
      end(client);
    }
  }

  private void carry(Way way, Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        pass(way, Arrays.copyOf(buffer, n), out);
      }
    } catch (IOException broken) {
      // Both ends are closed below, whichever broke.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Closeable socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
  }

  /** Ends the line, and throws off who is on it. */
  @Override
  public void close() {
    stopListening();
    drop();
  }
}
