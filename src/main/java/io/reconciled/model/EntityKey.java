package io.reconciled.model;

/** One entity named by its shared key: what a look looks at. */
public record EntityKey(EntityName entity, SharedKey key) {
  @Override
  public String toString() {
    return entity + " " + key;
  }
}
