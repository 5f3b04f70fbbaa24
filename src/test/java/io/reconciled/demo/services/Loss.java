package io.reconciled.demo.services;

import java.time.Instant;

/**
 * One thing that was made wrong on purpose.
 *
 * @param store the service that is wrong; crm never is
 * @param written when crm had the change that the store never heard of
 */
public record Loss(Difference difference, long key, String store, Cause cause, Instant written) {

  /** How it came to be. */
  public enum Cause {
    /** It was there before the daemon. */
    SEEDED,
    /** A change was not carried. */
    LOST
  }
}
