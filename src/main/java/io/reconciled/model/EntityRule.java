package io.reconciled.model;

/** A rule of an entity; what identifies it for as long as both keep their names. */
public record EntityRule(EntityName entity, RuleName rule) {
  @Override
  public String toString() {
    return entity + "/" + rule;
  }
}
