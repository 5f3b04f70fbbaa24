package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a discrepancy's history; never changed once written.
 *
 * @param images per dataset what was seen, attribute by attribute, as text, masked unless values
 *     are asked for
 */
public record Sighting(
    Instant at, Status status, Optional<Finding> finding, Map<String, SeenImage> images) {

  /**
   * @param state {@code present}, {@code absent}, {@code several rows} or {@code unread}
   */
  public record SeenImage(String state, Map<String, String> attributes) {}
}
