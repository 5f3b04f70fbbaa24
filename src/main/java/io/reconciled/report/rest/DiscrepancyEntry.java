package io.reconciled.report.rest;

import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A discrepancy.
 *
 * @param status {@code suspected}, {@code confirmed}, {@code resolved} or {@code converged}
 * @param history oldest first; left out in lists
 */
public record DiscrepancyEntry(
    long id,
    String entity,
    String rule,
    String key,
    String status,
    FindingEntry finding,
    Instant since,
    Optional<Instant> confirmed,
    Optional<Instant> closed,
    Optional<Long> incident,
    Optional<List<Seen>> history) {

  /**
   * @param images by dataset, masked unless values are kept
   */
  public record Seen(
      Instant at, String status, Optional<FindingEntry> finding, Map<String, SeenImage> images) {

    static Seen of(Sighting sighting) {
      Map<String, SeenImage> images = new TreeMap<>();
      sighting
          .images()
          .forEach((dataset, image) ->
              images.put(dataset, new SeenImage(image.state(), new TreeMap<>(image.attributes()))));
      return new Seen(
          sighting.at(),
          Asked.word(sighting.status()),
          sighting.finding().map(FindingEntry::of),
          images);
    }
  }

  /**
   * @param state {@code present}, {@code absent}, {@code several rows} or {@code unread}
   */
  public record SeenImage(String state, Map<String, String> attributes) {}

  static DiscrepancyEntry listed(Discrepancy discrepancy) {
    return of(discrepancy, Optional.empty());
  }

  static DiscrepancyEntry withHistory(Discrepancy discrepancy) {
    return of(discrepancy, Optional.of(discrepancy.history().stream().map(Seen::of).toList()));
  }

  private static DiscrepancyEntry of(Discrepancy discrepancy, Optional<List<Seen>> history) {
    return new DiscrepancyEntry(
        discrepancy.id(),
        discrepancy.entity().value(),
        discrepancy.rule().value(),
        discrepancy.key(),
        Asked.word(discrepancy.status()),
        FindingEntry.of(discrepancy.finding()),
        discrepancy.since(),
        discrepancy.confirmed(),
        discrepancy.closed(),
        discrepancy.incident(),
        history);
  }
}
