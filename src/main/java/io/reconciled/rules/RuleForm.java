package io.reconciled.rules;

import java.util.List;

/**
 * How one kind of rule is written. A further kind is a class here, its line in {@link ReadRules},
 * its record in {@link Check}, and its properties in the schema.
 */
interface RuleForm {
  /** The key that tells that a rule is of this kind. */
  String word();

  /** The keys that may stand beside the word, other than those that any rule may have. */
  List<String> keys();

  /** What the rule demands; an empty stand-in where something was complained of. */
  Written read(Section section, KnownDatasets known);

  /**
   * @param usualName what a rule is called that its file gives no name
   */
  record Written(String usualName, Check check) {}
}
