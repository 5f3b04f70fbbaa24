package io.reconciled.alert.chat;

import io.reconciled.alert.Delivery;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * An address that takes JSON by POST. The address is a secret, as whoever has it can post: it shows
 * in no message and no log.
 */
public final class Webhook {
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;
  private final HttpClient client;
  private final URI address;
  private final Duration timeout;

  /**
   * @param client whose connect time-out bounds connecting; must not follow redirects
   * @param timeout how long to wait for an answer; positive
   */
  public Webhook(HttpClient client, URI address, Duration timeout) {
    this.client = client;
    this.address = address;
    this.timeout = timeout;
  }

  /** A client for webhooks. */
  public static HttpClient client(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .connectTimeout(connectTimeout)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  Delivery post(String json) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(json))
            .build();
    try {
      return delivery(client.send(request, BodyHandlers.discarding()));
    } catch (HttpConnectTimeoutException | ConnectException notThere) {
      return new Delivery.Failed("no connection");
    } catch (HttpTimeoutException late) {
      return new Delivery.Unclear("no answer within " + timeout.toSeconds() + " s");
    } catch (IOException broken) {
      return new Delivery.Unclear(
          "the connection broke off (" + broken.getClass().getSimpleName() + ")");
    } catch (InterruptedException shuttingDown) {
      Thread.currentThread().interrupt();
      return new Delivery.Unclear("interrupted");
    }
  }

  private static Delivery delivery(HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return Delivery.SENT;
    }
    String why = "it answered " + status;
    // A gateway answers so although what stands behind it may have taken the message.
    return status == BAD_GATEWAY || status == GATEWAY_TIMEOUT
        ? new Delivery.Unclear(why)
        : new Delivery.Failed(why);
  }

  @Override
  public String toString() {
    return "webhook";
  }
}
