package io.reconciled.report.page;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the page of one discrepancy shows.
 *
 * @param facts in order, a name and what it is
 * @param history newest first
 */
public record DetailView(
    long id, String title, String status, String finding, List<Fact> facts, List<Seen> history) {

  /** A line of the summary. */
  public record Fact(String name, String text) {}

  /**
   * Images side by side: a column per dataset, a row per attribute.
   *
   * @param states by column
   */
  public record Seen(
      String at,
      String status,
      String finding,
      List<String> datasets,
      List<String> states,
      List<Row> rows) {}

  /**
   * @param values by column; empty text where an image lacks the attribute
   * @param differs whether the finding names it
   */
  public record Row(String attribute, boolean differs, List<String> values) {}

  static DetailView of(Discrepancy found) {
    List<Fact> facts =
        new java.util.ArrayList<>(
            List.of(
                new Fact("Entity", found.entity().value()),
                new Fact("Key", found.key()),
                new Fact("Rule", found.rule().value()),
                new Fact("First seen", ComposeFrontView.seconds(found.since()))));
    found
        .confirmed()
        .ifPresent(at -> facts.add(new Fact("Confirmed", ComposeFrontView.seconds(at))));
    found.closed().ifPresent(at -> facts.add(new Fact("Closed", ComposeFrontView.seconds(at))));
    found.incident().ifPresent(id -> facts.add(new Fact("Incident", Long.toString(id))));
    return new DetailView(
        found.id(),
        found.entity() + " " + found.key(),
        word(found.status()),
        found.finding().toString(),
        facts,
        found.history().reversed().stream().map(DetailView::seen).toList());
  }

  private static Seen seen(Sighting sighting) {
    Map<String, Sighting.SeenImage> images = new TreeMap<>(sighting.images());
    TreeSet<String> attributes = new TreeSet<>();
    images.values().forEach(image -> attributes.addAll(image.attributes().keySet()));
    List<String> atFault = sighting.finding().map(Finding::attributes).orElse(List.of());
    return new Seen(
        ComposeFrontView.seconds(sighting.at()),
        word(sighting.status()),
        sighting.finding().map(Finding::toString).orElse(""),
        List.copyOf(images.keySet()),
        images.values().stream().map(Sighting.SeenImage::state).toList(),
        attributes.stream()
            .map(attribute -> row(attribute, atFault.contains(attribute), images))
            .toList());
  }

  private static Row row(
      String attribute, boolean differs, Map<String, Sighting.SeenImage> images) {
    return new Row(
        attribute,
        differs,
        images.values().stream()
            .map(image -> image.attributes().getOrDefault(attribute, ""))
            .toList());
  }

  private static String word(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
