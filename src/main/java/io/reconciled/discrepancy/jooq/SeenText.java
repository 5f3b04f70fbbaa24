package io.reconciled.discrepancy.jooq;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.Masking;
import io.reconciled.model.Readings;

/** What a look saw, as columns hold it. */
record SeenText(String images, String others) {
  static SeenText of(Finding finding, Readings seen, Masking masking) {
    return new SeenText(ImagesText.of(seen, masking), OthersText.of(finding, seen));
  }
}
