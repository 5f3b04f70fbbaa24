package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a discrepancy's history; never changed once written.
 *
 * @param images per dataset what was seen, attribute by attribute, as text, masked unless values
 *     are asked for
 * @param others what other keys have to do with it; empty for findings that rest on this key alone
 */
public record Sighting(
    Instant at,
    Status status,
    Optional<Finding> finding,
    Map<String, SeenImage> images,
    List<OtherKeys> others) {
  public Sighting {
    others = List.copyOf(others);
  }

  /**
   * @param state {@code present}, {@code absent}, {@code several rows}, {@code 3 rows} or {@code
   *     unread}
   */
  public record SeenImage(String state, Map<String, String> attributes) {}

  /**
   * Other keys that the finding rests on.
   *
   * @param in the dataset that was asked about them, after its entity where that is another: {@code
   *     plan/catalog}
   * @param keys the first few; never masked
   * @param count of all of them
   */
  public record OtherKeys(How how, String in, List<String> keys, long count) {
    public OtherKeys {
      keys = List.copyOf(keys);
    }

    /** In words: {@code also held in billing by 17, 42}. */
    @Override
    public String toString() {
      String named = String.join(", ", keys);
      String more = count > keys.size() ? " and " + (count - keys.size()) + " more" : "";
      return switch (how) {
        case HOLD -> "also held in " + in + " by " + named + more;
        case MISSING -> "not there in " + in + ": " + named + more;
      };
    }
  }

  /** What other keys have to do with a finding. */
  public enum How {
    /** They hold the same value. */
    HOLD,
    /** They are referred to, and are not there. */
    MISSING
  }
}
