package io.reconciled.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a store's changes are followed.
 *
 * @param detail why it does not follow, for the operator; empty text while it does
 * @param position the last position delivered, as the store writes positions
 * @param lastEvent when the last event was committed
 * @param lagSeconds how long that event took to arrive
 * @param events delivered since the daemon started
 * @param keysMoved shared keys that these events moved
 * @param heldKeys that moved and are not finished, so that what was delivered since is not
 *     acknowledged
 * @param gaps how many times since the daemon started changes were found that the log will never
 *     tell, because it was lost or a table went at once
 */
public record CaptureState(
    Mode mode,
    String detail,
    Optional<String> position,
    Optional<Instant> lastEvent,
    Optional<Double> lagSeconds,
    long events,
    long keysMoved,
    long heldKeys,
    long gaps) {
  /** A store whose changes nobody follows. */
  public static final CaptureState OFF =
      new CaptureState(
          Mode.OFF, "", Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, 0, 0);

  /** Whether changes are followed. */
  public enum Mode {
    /** Not to be followed: the store is covered by sweeps only. */
    OFF,
    STARTING,
    FOLLOWING,
    /** It broke off and will be tried again. */
    STOPPED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
