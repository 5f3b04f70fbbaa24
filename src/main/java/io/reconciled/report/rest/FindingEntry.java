package io.reconciled.report.rest;

import io.reconciled.compare.Finding;
import io.reconciled.compare.FindingInWords;
import io.reconciled.model.DatasetName;
import io.reconciled.rules.Check;
import java.util.List;
import java.util.Optional;

/**
 * How a key breaks a rule.
 *
 * @param kind {@code missing}, {@code extra}, {@code differs}, {@code duplicate}, {@code violated},
 *     {@code shared}, {@code dangling}, {@code miscounted}, {@code mistotalled} or {@code stale}
 * @param in the datasets at fault
 * @param against the dataset that decides
 * @param words all of it as a phrase
 */
public record FindingEntry(
    String kind, List<String> attributes, List<String> in, Optional<String> against, String words) {

  /**
   * @param check of the rule as it is in force; empty where it is in force no more
   */
  static FindingEntry of(Finding finding, Optional<Check> check) {
    return new FindingEntry(
        Asked.word(finding.kind()),
        finding.attributes(),
        finding.in().stream().map(DatasetName::value).toList(),
        finding.against().map(DatasetName::value),
        FindingInWords.of(finding, check));
  }
}
