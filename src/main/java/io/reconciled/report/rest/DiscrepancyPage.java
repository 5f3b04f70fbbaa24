package io.reconciled.report.rest;

import java.util.List;
import java.util.Optional;

/**
 * Discrepancies in the order of their ids, oldest first.
 *
 * @param next where the next page is; left out on the last
 */
public record DiscrepancyPage(List<DiscrepancyEntry> discrepancies, Optional<String> next) {
  public DiscrepancyPage {
    discrepancies = List.copyOf(discrepancies);
  }
}
