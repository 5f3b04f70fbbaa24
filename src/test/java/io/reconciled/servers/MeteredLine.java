package io.reconciled.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server of this machine that counts the bytes that the server sends. */
public final class MeteredLine implements AutoCloseable {
  private static final int MANY = 50;
  private static final int CHUNK = 1 << 16;
  private final int serverPort;
  private final ServerSocket listener;
  private final AtomicLong received = new AtomicLong();

  public MeteredLine(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.listener = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** The URL of a database of the server, over this line. */
  public String url(Database database) {
    return database.url().replace(":" + serverPort + "/", ":" + listener.getLocalPort() + "/");
  }

  /** Bytes that the server has sent since this was last asked. */
  public long received() {
    return received.getAndSet(0);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        Thread.ofVirtual().start(() -> carry(client, server, new AtomicLong()));
        Thread.ofVirtual().start(() -> carry(server, client, received));
      }
    } catch (IOException closed) {
      // Nobody else gets on the line; who is on it stays.
    }
  }

  private static void carry(Socket from, Socket to, AtomicLong count) {
    byte[] chunk = new byte[CHUNK];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        count.addAndGet(read);
        out.write(chunk, 0, read);
      }
    } catch (IOException broken) {
      // Both ends are closed, whichever broke.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
