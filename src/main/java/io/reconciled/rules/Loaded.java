package io.reconciled.rules;

import java.util.List;

/** What came of loading the configuration: sound, or refused with every problem at once. */
public sealed interface Loaded {

  record Sound(Configuration configuration) implements Loaded {}

  /**
   * @param problems at least one, in the order of file and line
   * @param flawless what the files without a problem say: not to be run, but to be held against the
   *     stores, so that what is wrong there is told together with the rest
   */
  record Refused(List<Problem> problems, Configuration flawless) implements Loaded {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
