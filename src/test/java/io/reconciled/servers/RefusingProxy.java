package io.reconciled.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A line to a server that does not know a word of its clients, as a pooler may not. */
public final class RefusingProxy implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int MANY = 50;
  private final int serverPort;
  private final String word;
  private final ServerSocket listener;

  /**
   * @param word what no request may contain, in ASCII
   */
  public RefusingProxy(int serverPort, String word) throws IOException {
    this.serverPort = serverPort;
    this.word = word;
    this.listener = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Where a client connects to be on this line. */
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        Thread.ofVirtual().start(() -> carry(client, server, "X".repeat(word.length())));
        Thread.ofVirtual().start(() -> carry(server, client, word));
      }
    } catch (IOException closed) {
      // Who is on the line still stays on it.
    }
  }

  private void carry(Socket from, Socket to, String instead) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream requests = from.getInputStream();
      OutputStream server = to.getOutputStream();
      for (int n = requests.read(buffer); n >= 0; n = requests.read(buffer)) {
        String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        server.write(text.replace(word, instead).getBytes(StandardCharsets.ISO_8859_1));
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
