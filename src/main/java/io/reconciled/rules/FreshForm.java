package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code fresh: updated_at}, {@code authority: crm}, {@code by: 10m}, with {@code over:}: a time is
 * not older than the authority's by more than that.
 */
final class FreshForm implements RuleForm {
  private static final Duration LONGEST = Duration.ofDays(3_650);

  @Override
  public String word() {
    return "fresh";
  }

  @Override
  public List<String> keys() {
    return List.of(ReadAuthority.KEY, "over", "by");
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    Attributes attributes =
        section
            .optional(word())
            .map(part -> Attributes.of(part, section.optional("over"), known))
            .orElseGet(Attributes::none);
    if (attributes.names().size() > 1) {
      section.part().complain("names several times", "write a rule for each");
    }
    Optional<DatasetName> authority =
        section
            .required(ReadAuthority.KEY, "authority: crm")
            .flatMap(part -> known.findAmong(attributes.datasets(), part));
    Duration by =
        section
            .required("by", "by: 10m")
            .flatMap(part -> ReadDuration.of(part, LONGEST))
            .orElse(Duration.ZERO);
    String attribute = attributes.names().stream().findFirst().orElse("");
    return new Written(
        word() + " " + attribute,
        new Check.Fresh(
            attributes.datasets(), attribute, authority.orElse(new DatasetName("")), by));
  }
}
