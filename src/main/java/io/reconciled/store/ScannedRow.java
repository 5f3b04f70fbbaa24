package io.reconciled.store;

import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;

/** One row of a scan. */
public sealed interface ScannedRow {

  record Keyed(SharedKey key, Image.Present image) implements ScannedRow {}

  /**
   * A row that names no entity.
   *
   * @param why {@code null key}, or {@code key of type …} where it is no key of the entity
   */
  record Keyless(String why) implements ScannedRow {}
}
