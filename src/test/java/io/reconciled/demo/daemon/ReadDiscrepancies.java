package io.reconciled.demo.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import io.reconciled.demo.score.History;
import io.reconciled.demo.score.Reported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The answer of {@code GET discrepancies}, as far as the demonstration needs it. */
final class ReadDiscrepancies {

  private ReadDiscrepancies() {}

  static List<Reported> in(JsonNode answer) {
    List<Reported> reported = new ArrayList<>();
    for (JsonNode item : answer.path("discrepancies")) {
      reported.add(one(item));
    }
    return reported;
  }

  static History history(JsonNode item) {
    List<History.Seen> seen = new ArrayList<>();
    for (JsonNode line : item.path("history")) {
      seen.add(
          new History.Seen(
              Instant.parse(line.path("at").asText()),
              line.path("status").asText().toUpperCase(Locale.ROOT)));
    }
    return new History(
        item.path("id").asLong(), item.path("rule").asText(), item.path("key").asText(), seen);
  }

  private static Reported one(JsonNode item) {
    JsonNode finding = item.path("finding");
    Set<String> in = new HashSet<>();
    finding.path("in").forEach(dataset -> in.add(dataset.asText()));
    return new Reported(
        item.path("id").asLong(),
        item.path("status").asText().toUpperCase(Locale.ROOT),
        item.path("rule").asText(),
        item.path("key").asText(),
        finding.path("kind").asText().toUpperCase(Locale.ROOT),
        in,
        finding.path("words").asText(),
        Optional.of(item.path("confirmed").asText())
            .filter(text -> !text.isEmpty() && !text.equals("null"))
            .map(Instant::parse));
  }
}
