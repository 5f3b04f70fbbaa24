package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * {@code sum: lines.amount}, {@code equals: invoices.total}, with {@code tolerance:}: the rows of a
 * key add up to what the other side says.
 */
final class SumForm implements RuleForm {

  @Override
  public String word() {
    return "sum";
  }

  @Override
  public List<String> keys() {
    return List.of(CountForm.EQUALS, ReadAmount.TOLERANCE);
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    KnownDatasets.Found of =
        section
            .optional(word())
            .flatMap(known::findAttribute)
            .orElse(new KnownDatasets.Found(new DatasetName(""), ""));
    Optional<Part> other = section.required(CountForm.EQUALS, "equals: invoices.total");
    Amount equals =
        other
            .flatMap(part -> ReadAmount.of(part, known))
            .orElse(new Amount.Of(of.dataset(), of.attribute()));
    if (equals instanceof Amount.Of number) {
      other.ifPresent(part -> known.needOneRow(List.of(number.dataset()), part));
    }
    return new Written(
        word() + " " + of.dataset() + "." + of.attribute(),
        new Check.Sum(of.dataset(), of.attribute(), equals, ReadAmount.tolerance(section)));
  }
}
