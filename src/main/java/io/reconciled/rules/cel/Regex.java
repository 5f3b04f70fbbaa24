package io.reconciled.rules.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.reconciled.model.Value;
import java.util.Optional;

/**
 * Regular expressions of RE2, whose matching takes time linear in the text; found anywhere in it.
 */
record Regex(Pattern pattern) implements Body {
  private static final int LARGEST = 1_000;
  private static final int LARGEST_WRITTEN_OUT = 10_000;
  private static final String TOO_LARGE = "has a pattern that is too large (";
  private static final int INSTRUCTIONS_PER_STEP = 8;

  /** Empty, with an objection made, where the pattern cannot be used. */
  static Optional<Regex> of(String pattern, String place, Objections objections) {
    if (pattern.contains("\\Q") || PatternSize.of(pattern) > LARGEST_WRITTEN_OUT) {
      objections.add(TOO_LARGE + place + "): write one without \\Q and with smaller counts");
      return Optional.empty();
    }
    try {
      Pattern compiled = Pattern.compile(pattern);
      if (compiled.programSize() <= LARGEST) {
        return Optional.of(new Regex(compiled));
      }
      objections.add(TOO_LARGE + place + "): write a shorter one");
    } catch (PatternSyntaxException wrong) {
      objections.add(
          "has a pattern that is no RE2 regular expression: "
              + wrong.getDescription()
              + " ("
              + place
              + ")");
    }
    return Optional.empty();
  }

  @Override
  public Value apply(Evaluation evaluation, Value[] arguments) {
    if (!(arguments[0] instanceof Value.Text text)) {
      return MISFIT;
    }
    long work = (long) text.text().length() * pattern.programSize() / INSTRUCTIONS_PER_STEP;
    return evaluation.spend(work)
        ? new Value.Bool(pattern.matcher(text.text()).find())
        : Evaluation.TOO_MUCH;
  }
}
