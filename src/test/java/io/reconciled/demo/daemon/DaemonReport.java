package io.reconciled.demo.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reconciled.demo.score.History;
import io.reconciled.demo.score.Reported;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The daemon's REST report, as anybody may read it. Empty answers mean that it did not answer. */
public final class DaemonReport {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int PAGE = 500;
  private static final int OK = 200;
  private static final int END_OF_SUCCESS = 300;

  private final DaemonSettings settings;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final ObjectMapper json = new ObjectMapper();

  public DaemonReport(DaemonSettings settings) {
    this.settings = settings;
  }

  /** Whether it says that it is ready. */
  public boolean ready() {
    return get(settings.management() + "q/health/ready").isPresent();
  }

  /** All that is confirmed, and all that was and is over. */
  public Optional<List<Reported>> confirmedEver() {
    List<Reported> all = new ArrayList<>();
    for (String status : List.of("confirmed", "resolved")) {
      Optional<List<Reported>> some = discrepancies(status);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(some.get());
    }
    return Optional.of(all);
  }

  /** From the first page each time: an old suspicion may have become certain since. */
  private Optional<List<Reported>> discrepancies(String status) {
    List<Reported> all = new ArrayList<>();
    long after = 0;
    while (true) {
      Optional<JsonNode> answer =
          get(
              settings.page()
                  + "api/v1/discrepancies?status=%s&after=%d&limit=%d"
                      .formatted(status, after, PAGE));
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      List<Reported> page = ReadDiscrepancies.in(answer.get());
      all.addAll(page);
      if (page.size() < PAGE) {
        return Optional.of(all);
      }
      after = page.getLast().id();
    }
  }

  /** The lives of discrepancies by their ids. */
  public Optional<List<History>> histories(List<Long> ids) {
    List<History> all = new ArrayList<>();
    for (long id : ids) {
      Optional<JsonNode> answer = get(settings.page() + "api/v1/discrepancies/" + id);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      all.add(ReadDiscrepancies.history(answer.get()));
    }
    return Optional.of(all);
  }

  /** The reconciliation report. */
  public Optional<Report> report() {
    return get(settings.page() + "api/v1/report").map(Report::new);
  }

  /** Asks for a sweep of an entity; true where the daemon agreed, or is at it already. */
  public boolean sweep(String entity) {
    HttpRequest request =
        to(settings.page() + "api/v1/sweeps")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    json.createObjectNode().put("entity", entity).toString()))
            .build();
    return send(request).filter(answer -> answer.statusCode() < END_OF_SUCCESS).isPresent();
  }

  private Optional<JsonNode> get(String url) {
    return send(to(url).GET().build())
        .filter(answer -> answer.statusCode() == OK)
        .flatMap(answer -> parsed(answer.body()));
  }

  private Optional<JsonNode> parsed(String body) {
    try {
      return Optional.of(json.readTree(body));
    } catch (IOException cutShort) {
      return Optional.empty();
    }
  }

  private static HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
  }

  private Optional<HttpResponse<String>> send(HttpRequest request) {
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException down) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
