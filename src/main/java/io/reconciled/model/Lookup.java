package io.reconciled.model;

/** A question about other keys that a rule asks when it looks at one. */
public sealed interface Lookup {

  /** Which keys but this one hold this value, as it is stored? */
  record Holders(DatasetName dataset, String attribute, Value value, EntityKey except)
      implements Lookup {}

  /** Does another entity's dataset have this key? */
  record Exists(EntityName entity, DatasetName dataset, SharedKey key) implements Lookup {}
}
