package io.reconciled.rules;

import java.util.List;

/** What came of loading the configuration: sound, or refused with every problem at once. */
public sealed interface Loaded {

  record Sound(Configuration configuration) implements Loaded {}

  /**
   * @param problems at least one, in the order of file and line
   */
  record Refused(List<Problem> problems) implements Loaded {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
