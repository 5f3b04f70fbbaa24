package io.reconciled.sweep.partition;

import java.util.List;
import java.util.Map;

/**
 * What one partition has of one dataset.
 *
 * @param keyless rows without a key, which are told with one partition only
 */
record StoredPart(
    RowFile file, List<RowFile.Place> places, long rows, long bytes, Map<String, Long> keyless) {
  StoredPart {
    places = List.copyOf(places);
    keyless = Map.copyOf(keyless);
  }
}
