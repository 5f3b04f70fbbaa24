package io.reconciled.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server that breaks at the worst moment: it carries a request that holds a mark,
 * awaits the server's answer, keeps that to itself, and is dead from then on.
 */
public final class CuttingProxy implements LossyLine {
  private static final int BUFFER = 1 << 16;
  private final int serverPort;
  private final String mark;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean marked;

  /**
   * @param mark what the fatal request contains, in ASCII
   */
  public CuttingProxy(int serverPort, String mark) throws IOException {
    this.serverPort = serverPort;
    this.mark = mark;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> carryRequests(client, server));
        Thread.ofVirtual().start(() -> carryAnswers(server, client));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void carryRequests(Socket client, Socket server) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream from = client.getInputStream();
      OutputStream to = server.getOutputStream();
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        marked |= new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(mark);
        to.write(buffer, 0, n);
      }
      server.shutdownOutput();
    } catch (IOException cut) {
      end(client, server);
    }
  }

  private void carryAnswers(Socket server, Socket client) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream from = server.getInputStream();
      OutputStream to = client.getOutputStream();
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        if (marked) {
          close();
          return;
        }
        to.write(buffer, 0, n);
      }
      end(client, server);
    } catch (IOException cut) {
      end(client, server);
    }
  }

  private void end(Socket... sockets) {
    for (Socket socket : sockets) {
      open.remove(socket);
      try {
        socket.close();
      } catch (IOException gone) {
        // It is closed either way.
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
    end(open.toArray(Socket[]::new));
  }
}
