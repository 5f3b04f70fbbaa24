package io.reconciled.schedule;

import io.reconciled.model.EntityName;

/** A sweep that the clock starts. */
public record ScheduledSweep(EntityName entity, Keys keys) {
  /** Which keys it reads. */
  public enum Keys {
    ALL,
    /** Those near to which some moved since they were last read. */
    MOVED
  }
}
