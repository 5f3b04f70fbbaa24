package io.reconciled.report.rest;

import io.reconciled.compare.Finding;
import io.reconciled.model.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * How a key breaks a rule.
 *
 * @param kind {@code missing}, {@code extra}, {@code differs} or {@code duplicate}
 * @param in the datasets at fault
 * @param against the dataset that decides
 * @param words all of it as a phrase
 */
public record FindingEntry(
    String kind, List<String> attributes, List<String> in, Optional<String> against, String words) {

  static FindingEntry of(Finding finding) {
    return new FindingEntry(
        Asked.word(finding.kind()),
        finding.attributes(),
        finding.in().stream().map(DatasetName::value).toList(),
        finding.against().map(DatasetName::value),
        finding.toString());
  }
}
