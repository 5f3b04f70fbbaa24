package io.reconciled.demo.daemon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Plays the chat: takes what is sent to its webhook, and shows each message. */
public final class Channel implements AutoCloseable {

  private static final int OK = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final Consumer<String> show;
  private final HttpServer server;

  /**
   * Opens the channel.
   *
   * @param show gets each message as it is shown
   */
  public Channel(Consumer<String> show) {
    this.show = show;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("No port for the chat channel", e);
    }
    server.createContext("/", this::receive);
    server.start();
  }

  /** Where messages are sent to. */
  public String webhook() {
    return "http://localhost:" + server.getAddress().getPort() + "/hooks/data-quality";
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      show.accept(ShownMessage.of(json.readTree(body)));
      byte[] answer = "ok".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(OK, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
