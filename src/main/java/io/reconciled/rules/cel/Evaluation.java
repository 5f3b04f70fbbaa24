package io.reconciled.rules.cel;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One evaluation of an expression: what it reads, its variables, and the steps it has left. */
final class Evaluation {
  /** Steps that one evaluation may take; one is about the work of looking at one list element. */
  static final long STEPS = 1_000_000;

  /** Characters or bytes that an operation may make; attributes themselves may be longer. */
  static final int LONGEST = 100_000;

  static final Value TOO_MUCH =
      new Value.Unmapped("the expression takes more than " + STEPS + " steps");
  static final Value TOO_LONG =
      new Value.Unmapped("the expression makes a text of more than " + LONGEST + " characters");

  static final Value TOO_LARGE =
      new Value.Unmapped("the expression makes a value that is nested too deeply");

  private static final Value UNSET = new Value.Unmapped("a variable has no value yet");
  private static final Value[] NO_VARIABLES = {};

  private final Map<DatasetName, Map<String, Value>> images;
  private final Value[] variables;
  private long left = STEPS;

  Evaluation(Map<DatasetName, Map<String, Value>> images, int variables) {
    this.images = images;
    this.variables = variables == 0 ? NO_VARIABLES : new Value[variables];
    Arrays.fill(this.variables, UNSET);
  }

  @Nullable Value read(DatasetName dataset, String attribute) {
    Map<String, Value> image = images.get(dataset);
    return image == null ? null : image.get(attribute);
  }

  Value variable(int slot) {
    return variables[slot];
  }

  void set(int slot, Value value) {
    variables[slot] = value;
  }

  /** Takes steps off what is left; false once there are none, and ever after. */
  boolean spend(long steps) {
    left -= Math.min(left + 1, steps);
    return left >= 0;
  }

  boolean exhausted() {
    return left < 0;
  }
}
