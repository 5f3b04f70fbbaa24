package io.reconciled.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that can be cut and mended: whoever is on it is thrown off at once. */
public final class SwitchedLine implements AutoCloseable {
  private static final int MANY = 50;
  private final int serverPort;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /** A line to a port of this machine. */
  public SwitchedLine(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.listener = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Where a client connects to be on this line. */
  public int port() {
    return listener.getLocalPort();
  }

  /** From now on nobody gets through. */
  public void cut() {
    cut = true;
    open.forEach(SwitchedLine::end);
    open.clear();
  }

  public void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        if (cut) {
          end(client);
        } else {
          connect(client);
        }
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      open.add(client);
      open.add(server);
      Thread.ofVirtual().start(() -> carry(client, server));
      Thread.ofVirtual().start(() -> carry(server, client));
      if (cut) {
        cut();
      }
    } catch (IOException serverIsGone) {
      end(client);
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException broken) {
      // Both ends are closed below, whichever broke.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
  }

  @Override
  public void close() {
    end(listener);
    cut();
  }

  private static void end(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
  }
}
