package io.reconciled.demo.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.reconciled.demo.score.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Plays the chat and a program beside it: takes what is sent to the webhooks of both, shows each
 * message of the one, and hands on each of the other.
 */
public final class Channel implements AutoCloseable {

  private static final int OK = 200;
  private static final String CHAT = "/hooks/data-quality";
  private static final String PLAIN = "/hooks/incidents";

  private final ObjectMapper json = new ObjectMapper();
  private final Consumer<String> show;
  private final Consumer<Told> count;
  private final HttpServer server;

  /**
   * Opens the channel.
   *
   * @param show gets each message of the chat as it is shown
   * @param count gets each message of the plain webhook
   */
  public Channel(Consumer<String> show, Consumer<Told> count) {
    this.show = show;
    this.count = count;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("No port for the chat channel", e);
    }
    server.createContext(CHAT, exchange -> receive(exchange, this::show));
    server.createContext(PLAIN, exchange -> receive(exchange, this::count));
    server.start();
  }

  /** Where messages are sent to. */
  public Webhooks webhooks() {
    String server = "http://localhost:" + this.server.getAddress().getPort();
    return new Webhooks(server + CHAT, server + PLAIN);
  }

  /** URLs of the chat's webhook and of the plain one. */
  public record Webhooks(String chat, String plain) {}

  private void show(JsonNode message) {
    show.accept(ShownMessage.of(message));
  }

  private void count(JsonNode message) {
    count.accept(
        new Told(
            message.path("incident").asLong(),
            message.path("event").asText(),
            message.path("repetition").asBoolean()));
  }

  private void receive(HttpExchange exchange, Consumer<JsonNode> take) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      take.accept(json.readTree(body));
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
