package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code absent: [billing, profiles]} with {@code authority: crm} and {@code within: 30d}: what is
 * gone from the authority is gone from the others.
 */
final class AbsentForm implements RuleForm {
  private static final Duration LONGEST = Duration.ofDays(3_650);

  @Override
  public String word() {
    return "absent";
  }

  @Override
  public List<String> keys() {
    return List.of("authority", "within");
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    List<DatasetName> from = section.optional(word()).map(known::findAny).orElse(List.of());
    Optional<DatasetName> authority =
        section.required("authority", "authority: crm").flatMap(known::find);
    if (authority.isPresent() && from.contains(authority.get())) {
      section
          .part()
          .complain(
              "has " + authority.get() + " as its authority and among the others",
              "leave it out of absent:");
    }
    Duration within =
        section
            .optional("within")
            .flatMap(part -> ReadDuration.of(part, LONGEST))
            .orElse(Duration.ZERO);
    String name = word() + " " + names(from);
    return new Written(name, new Check.Absent(authority.orElse(new DatasetName("")), from, within));
  }

  static String names(List<DatasetName> datasets) {
    return String.join(", ", datasets.stream().map(DatasetName::value).toList());
  }
}
