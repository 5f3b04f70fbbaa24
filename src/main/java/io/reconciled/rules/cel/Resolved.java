package io.reconciled.rules.cel;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the rewritten parts of an expression stand for.
 *
 * @param variables by the name that replaced it: an attribute, or whether it is there
 * @param datasets whose attributes those are, in the order of first mention
 * @param numbers by the identity of the literal that replaced them
 */
record Resolved(Map<String, Node> variables, Set<DatasetName> datasets, Map<Long, Value> numbers) {

  static Resolved none() {
    return new Resolved(new HashMap<>(), new LinkedHashSet<>(), new HashMap<>());
  }

  /** The name of the variable that stands for the attribute, or for whether it is there. */
  String variable(Read read, boolean present) {
    String name = (present ? "@has:" : "@read:") + read.dataset() + ":" + read.attribute();
    variables.put(name, present ? read.present() : read);
    datasets.add(read.dataset());
    return name;
  }
}
