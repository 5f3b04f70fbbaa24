package io.reconciled.demo.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The reconciliation report at one moment.
 *
 * @param json the answer of {@code GET report}
 */
public record Report(JsonNode json) {

  private static final double MILLIS = 1_000;

  /** The longest grace window of all entities. */
  public Duration grace() {
    double seconds =
        all(json.path("entities"))
            .mapToDouble(entity -> entity.path("graceSeconds").asDouble())
            .max()
            .orElse(0);
    return Duration.ofMillis(Math.round(seconds * MILLIS));
  }

  /** Whether every log is followed, and every entity was swept. */
  public boolean settled() {
    return all(json.path("stores"))
            .allMatch(store -> store.path("capture").path("mode").asText().equals("following"))
        && all(json.path("entities"))
            .allMatch(
                one -> one.path("lastSweep").path("state").asText().equalsIgnoreCase("complete"));
  }

  /** How many keys wait for a look. */
  public long waitingKeys() {
    return all(json.path("entities")).mapToLong(one -> one.path("waitingKeys").asLong()).sum();
  }

  /** How many changes were delivered since the daemon started, of all stores. */
  public long events() {
    return all(json.path("stores"))
        .mapToLong(store -> store.path("capture").path("events").asLong())
        .sum();
  }

  /** Whether every rule that needs the store is unverified, because it cannot be reached. */
  public boolean missesEverywhere(String store) {
    return rulesOn(store).allMatch(rule -> misses(rule, store));
  }

  /** Whether any rule is unverified because this store cannot be reached. */
  public boolean missesAnywhere(String store) {
    return rules().anyMatch(rule -> misses(rule, store));
  }

  /** Names of rules or stores that have nothing to do with the store, and yet suffer with it. */
  public List<String> draggedAlong(String store) {
    List<String> dragged = new ArrayList<>();
    rules()
        .filter(rule -> !needs(rule, store) && misses(rule, store))
        .forEach(rule -> dragged.add("rule " + rule.path("rule").asText()));
    all(json.path("stores"))
        .filter(other -> !other.path("store").asText().equals(store))
        .filter(other -> !other.path("reachable").asBoolean())
        .forEach(other -> dragged.add("store " + other.path("store").asText()));
    return dragged;
  }

  /** How many healed by themselves and how long it took, in a sentence for each rule. */
  public List<String> convergedLate() {
    List<String> sentences = new ArrayList<>();
    for (JsonNode rule : rules().toList()) {
      JsonNode late = rule.path("convergedLate");
      String name = rule.path("rule").asText();
      sentences.add(
          late.path("count").asLong() == 0
              ? "Converged late under \"%s\": none.".formatted(name)
              : "Converged late under \"%s\": %s.".formatted(name, times(late)));
    }
    return sentences;
  }

  /** How long changes took to reach all stores, in a sentence for each entity that knows. */
  public List<String> propagation() {
    return all(json.path("entities"))
        .filter(entity -> entity.path("propagation").isObject())
        .map(entity ->
            "Changes of a %s reached all stores: %s."
                .formatted(entity.path("entity").asText(), times(entity.path("propagation"))))
        .toList();
  }

  private static String times(JsonNode times) {
    return "%d, median %.1f s, 95 %% within %.1f s, maximum %.1f s"
        .formatted(
            times.path("count").asLong(),
            times.path("medianSeconds").asDouble(),
            times.path("p95Seconds").asDouble(),
            times.path("maxSeconds").asDouble());
  }

  private Stream<JsonNode> rulesOn(String store) {
    return rules().filter(rule -> needs(rule, store));
  }

  private Stream<JsonNode> rules() {
    return all(json.path("entities")).flatMap(entity -> all(entity.path("rules")));
  }

  private static boolean needs(JsonNode rule, String store) {
    return all(rule.path("datasets")).anyMatch(dataset -> dataset.asText().equals(store));
  }

  private static boolean misses(JsonNode rule, String store) {
    return all(rule.path("gaps"))
        .anyMatch(gap ->
            gap.path("reason").asText().equalsIgnoreCase("unreachable")
                && gap.path("store").asText().equals(store));
  }

  private static Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
