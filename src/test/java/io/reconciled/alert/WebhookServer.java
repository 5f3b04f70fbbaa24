package io.reconciled.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that takes posts, and answers, fails or hangs as it is told. */
final class WebhookServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean hanging;

  WebhookServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  URI address() {
    return URI.create(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/services/T0/B0/secret");
  }

  void answers(int status) {
    this.status = status;
    this.hanging = false;
  }

  void hangs() {
    this.hanging = true;
  }

  /** What was posted, whatever was answered. */
  List<String> bodies() {
    return List.copyOf(bodies);
  }

  private void take(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (hanging) {
      hangUntilClosed();
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void hangUntilClosed() {
    try {
      closed.await();
    } catch (InterruptedException shutDown) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
