package io.reconciled.rules;

import io.reconciled.model.RuleName;
import java.util.List;
import java.util.Optional;

/**
 * How one kind of rule is written. A further kind is a class here, its line in {@link ReadRules},
 * its record in {@link Rule}, and its properties in the schema.
 */
interface RuleForm {
  /** The key that tells that a rule is of this kind. */
  String word();

  /** The keys that may stand beside the word, other than {@code name}. */
  List<String> keys();

  /**
   * The rule; an empty stand-in where something was complained of.
   *
   * @param named what the file calls the rule; a form has a name of its own for where it does not
   */
  Rule read(Optional<RuleName> named, Section section, KnownDatasets known);
}
