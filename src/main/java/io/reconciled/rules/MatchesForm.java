package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;

/** {@code matches: billing.credit >= crm.minimum}. */
final class MatchesForm implements RuleForm {
  private static final int LONGEST_NAME = 80;

  @Override
  public String word() {
    return "matches";
  }

  @Override
  public List<String> keys() {
    return List.of();
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    Condition condition =
        section
            .optional(word())
            .flatMap(part -> ReadCondition.of(part, known))
            .orElse(new Refused());
    String name = word() + " " + condition.source().replaceAll("\\s+", " ").strip();
    return new Written(
        name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…",
        new Check.Matches(condition));
  }

  /** Stands in for a condition that was complained of. */
  private record Refused() implements Condition {
    @Override
    public String source() {
      return "";
    }

    @Override
    public List<DatasetName> datasets() {
      return List.of();
    }

    @Override
    public Outcome over(Map<DatasetName, Map<String, Value>> images) {
      return new Outcome.Undecided("the condition was refused");
    }
  }
}
