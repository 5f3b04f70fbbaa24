package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles the expressions of rules files, checking every name that they use. */
public interface Expressions {
  /**
   * @param attributes by dataset, the names that the expression may use as {@code
   *     dataset.attribute}
   */
  Compiled<Condition> condition(String source, Map<DatasetName, Set<String>> attributes);

  /**
   * @param attributes the names that the expression may use
   */
  Compiled<Computation> computation(String source, Set<String> attributes);

  /** What came of compiling. */
  sealed interface Compiled<T> {
    record Sound<T>(T expression) implements Compiled<T> {}

    /**
     * @param objections at least one, each a clause that follows the expression's name: {@code does
     *     not know the attribute 'limt' of billing (column 9)}
     */
    record Refused<T>(List<String> objections) implements Compiled<T> {
      public Refused {
        objections = List.copyOf(objections);
      }
    }
  }
}
