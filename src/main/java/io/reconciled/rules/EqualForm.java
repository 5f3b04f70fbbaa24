package io.reconciled.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * {@code equal: status} or {@code equal: [status, msisdn]}, with {@code authority:}, {@code over:},
 * {@code normalise:} and {@code tolerance:}.
 */
final class EqualForm implements RuleForm {

  @Override
  public String word() {
    return "equal";
  }

  @Override
  public List<String> keys() {
    return List.of(ReadAuthority.KEY, "over", ReadNormalise.KEY, ReadAmount.TOLERANCE);
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    Attributes attributes =
        section
            .optional(word())
            .map(part -> Attributes.of(part, section.optional("over"), known))
            .orElseGet(Attributes::none);
    ReadNormalise normalise =
        section
            .optional(ReadNormalise.KEY)
            .map(ReadNormalise::of)
            .orElse(known.defaults().normalise());
    Check check =
        new Check.Equal(
            attributes.datasets(),
            attributes.names(),
            ReadAuthority.of(section, attributes.datasets(), known),
            normalise.pipeline(),
            section
                .optional(ReadAmount.TOLERANCE)
                .flatMap(ReadAmount::tolerance)
                .or(normalise::tolerance)
                .orElse(BigDecimal.ZERO));
    return new Written(word() + " " + String.join(", ", attributes.names()), check);
  }
}
