package io.reconciled.store;

/** What a kind of store can do beyond being read by key. */
public enum Capability {
  /** Its log of changes can be followed. */
  CAPTURE,
  /** It streams a dataset in the order of {@link io.reconciled.model.SharedKey}. */
  ORDERED_SCAN,
  /** It can write on condition that a row still is as it was seen. */
  CONDITIONAL_WRITE
}
