package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * {@code present: [crm, billing]}, or {@code present: { in: [crm, billing], reference: crm }}. The
 * reference may also be written as {@code authority:} beside it; else it is the first in the list.
 * With {@code when:} the reference tells whether the key is to be elsewhere.
 */
final class PresentForm implements RuleForm {
  static final List<String> INNER_KEYS = List.of("in", "reference");

  @Override
  public String word() {
    return "present";
  }

  @Override
  public List<String> keys() {
    return List.of("authority", "when");
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    Optional<Part> list = section.optional(word());
    Optional<Part> reference = Optional.empty();
    if (list.isPresent() && list.get().isMapping()) {
      Section inner = Section.of(list.get(), INNER_KEYS);
      list = inner.required("in", "in: [crm, billing]");
      reference = inner.optional("reference");
    }
    Optional<Part> authority = section.optional("authority");
    if (reference.isPresent() && authority.isPresent()) {
      authority.get().complain("stands beside reference:", "keep one of the two");
    }
    List<DatasetName> datasets = list.map(known::findAll).orElse(List.of());
    DatasetName deciding =
        reference
            .or(() -> authority)
            .flatMap(part -> known.findAmong(datasets, part))
            .or(() -> datasets.stream().findFirst())
            .orElse(new DatasetName(""));
    Optional<Condition> when =
        section.optional("when").flatMap(part -> ReadCondition.over(deciding, part, known));
    return new Written(word(), new Check.Present(datasets, deciding, when));
  }
}
