package io.reconciled.report.rest;

import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.Sighting;
import io.reconciled.rules.Check;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A discrepancy.
 *
 * @param status {@code suspected}, {@code confirmed}, {@code resolved}, {@code converged} or {@code
 *     rule_removed}
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
   * @param others what other keys have to do with it
   */
  public record Seen(
      Instant at,
      String status,
      Optional<FindingEntry> finding,
      Map<String, SeenImage> images,
      List<Others> others) {

    static Seen of(Sighting sighting, Optional<Check> check) {
      Map<String, SeenImage> images = new TreeMap<>();
      sighting
          .images()
          .forEach((dataset, image) ->
              images.put(dataset, new SeenImage(image.state(), new TreeMap<>(image.attributes()))));
      return new Seen(
          sighting.at(),
          Asked.word(sighting.status()),
          sighting.finding().map(finding -> FindingEntry.of(finding, check)),
          images,
          sighting.others().stream().map(Others::of).toList());
    }
  }

  /**
   * @param state {@code present}, {@code absent}, {@code several rows} or {@code unread}
   */
  public record SeenImage(String state, Map<String, String> attributes) {}

  /**
   * Other keys that the finding rests on.
   *
   * @param how {@code hold} the same value, or {@code missing} where they are referred to
   * @param in the dataset that was asked, after its entity where that is another
   * @param keys the first few; never masked
   * @param count of all of them
   */
  public record Others(String how, String in, List<String> keys, long count, String words) {
    static Others of(Sighting.OtherKeys others) {
      return new Others(
          Asked.word(others.how()), others.in(), others.keys(), others.count(), others.toString());
    }
  }

  static DiscrepancyEntry listed(Discrepancy discrepancy, Optional<Check> check) {
    return of(discrepancy, check, Optional.empty());
  }

  static DiscrepancyEntry withHistory(Discrepancy discrepancy, Optional<Check> check) {
    return of(
        discrepancy,
        check,
        Optional.of(
            discrepancy.history().stream().map(sighting -> Seen.of(sighting, check)).toList()));
  }

  private static DiscrepancyEntry of(
      Discrepancy discrepancy, Optional<Check> check, Optional<List<Seen>> history) {
    return new DiscrepancyEntry(
        discrepancy.id(),
        discrepancy.entity().value(),
        discrepancy.rule().value(),
        discrepancy.key(),
        Asked.word(discrepancy.status()),
        FindingEntry.of(discrepancy.finding(), check),
        discrepancy.since(),
        discrepancy.confirmed(),
        discrepancy.closed(),
        discrepancy.incident(),
        history);
  }
}
