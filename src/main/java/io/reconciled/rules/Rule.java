package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.model.RuleName;
import java.util.List;

/**
 * One rule of an entity.
 *
 * @param name unique within the entity
 * @param check what must hold
 * @param about who answers for it and why it exists
 * @param shadow whether it is only evaluated and counted: never alerted, never repaired
 */
public record Rule(RuleName name, Check check, About about, boolean shadow) {

  /** A rule that says nothing of itself. */
  public static Rule of(RuleName name, Check check) {
    return new Rule(name, check, About.NOTHING, false);
  }

  /** The datasets of its entity that the rule reads. */
  public List<DatasetName> datasets() {
    return check.datasets();
  }
}
