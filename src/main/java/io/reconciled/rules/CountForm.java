package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;

/**
 * {@code count: sims}, {@code equals: crm.sim_count}: as many rows of a dataset carry the key as
 * the other side says, which is a number or the rows of another dataset.
 */
final class CountForm implements RuleForm {
  static final String EQUALS = "equals";

  @Override
  public String word() {
    return "count";
  }

  @Override
  public List<String> keys() {
    return List.of(EQUALS);
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    DatasetName of = section.optional(word()).flatMap(known::find).orElse(new DatasetName(""));
    Amount equals =
        section
            .required(EQUALS, "equals: crm.sim_count")
            .flatMap(part -> ReadAmount.of(part, known))
            .orElse(new Amount.Rows(of));
    if (equals instanceof Amount.Of number) {
      section.optional(EQUALS).ifPresent(part -> known.needOneRow(List.of(number.dataset()), part));
    }
    return new Written(word() + " " + of, new Check.Count(of, equals));
  }
}
