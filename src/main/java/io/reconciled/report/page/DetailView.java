package io.reconciled.report.page;

import io.reconciled.compare.Finding;
import io.reconciled.compare.FindingInWords;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.Sighting;
import io.reconciled.report.AboutRule;
import io.reconciled.rules.Check;
import io.reconciled.rules.Rule;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the page of one discrepancy shows.
 *
 * @param facts in order, a name and what it is
 * @param why what goes wrong where its rule is broken; empty text where the rule does not say
 * @param runbook a link; empty text where there is none
 * @param history newest first
 */
public record DetailView(
    long id,
    String title,
    String status,
    String finding,
    List<Fact> facts,
    String why,
    String runbook,
    List<Seen> history) {

  /** A line of the summary. */
  public record Fact(String name, String text) {}

  /**
   * Images side by side: a column per dataset, a row per attribute.
   *
   * @param states by column
   * @param others a phrase for each dataset that was asked about other keys
   */
  public record Seen(
      String at,
      String status,
      String finding,
      List<String> datasets,
      List<String> states,
      List<Row> rows,
      List<String> others) {}

  /**
   * @param values by column; empty text where an image lacks the attribute
   * @param differs whether the finding names it
   */
  public record Row(String attribute, boolean differs, List<String> values) {}

  /**
   * @param rule as it is in force; empty where it is in force no more
   */
  static DetailView of(Discrepancy found, Optional<Rule> rule) {
    List<Fact> facts =
        new java.util.ArrayList<>(
            List.of(
                new Fact("Entity", found.entity().value()),
                new Fact("Key", found.key()),
                new Fact("Rule", found.rule().value()),
                new Fact("First seen", ComposeFrontView.seconds(found.since()))));
    rule.ifPresentOrElse(
        inForce -> {
          facts.add(new Fact("About the rule", AboutRule.of(inForce.about()).inWords()));
          if (inForce.shadow()) {
            facts.add(new Fact("Shadow", "evaluated and counted, never alerted"));
          }
        },
        () -> facts.add(new Fact("About the rule", "it is in force no more")));
    found
        .confirmed()
        .ifPresent(at -> facts.add(new Fact("Confirmed", ComposeFrontView.seconds(at))));
    found.closed().ifPresent(at -> facts.add(new Fact("Closed", ComposeFrontView.seconds(at))));
    found.incident().ifPresent(id -> facts.add(new Fact("Incident", Long.toString(id))));
    return new DetailView(
        found.id(),
        found.entity() + " " + found.key(),
        found.status().spoken(),
        FindingInWords.of(found.finding(), rule.map(Rule::check)),
        facts,
        rule.flatMap(inForce -> inForce.about().why()).orElse(""),
        rule.flatMap(inForce -> inForce.about().runbook()).map(URI::toString).orElse(""),
        found.history().reversed().stream()
            .map(sighting -> seen(sighting, rule.map(Rule::check)))
            .toList());
  }

  private static Seen seen(Sighting sighting, Optional<Check> check) {
    Map<String, Sighting.SeenImage> images = new TreeMap<>(sighting.images());
    TreeSet<String> attributes = new TreeSet<>();
    images.values().forEach(image -> attributes.addAll(image.attributes().keySet()));
    List<String> atFault = sighting.finding().map(Finding::attributes).orElse(List.of());
    return new Seen(
        ComposeFrontView.seconds(sighting.at()),
        sighting.status().spoken(),
        sighting.finding().map(finding -> FindingInWords.of(finding, check)).orElse(""),
        List.copyOf(images.keySet()),
        images.values().stream().map(Sighting.SeenImage::state).toList(),
        attributes.stream()
            .map(attribute -> row(attribute, atFault.contains(attribute), images))
            .toList(),
        sighting.others().stream().map(Sighting.OtherKeys::toString).toList());
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
}
