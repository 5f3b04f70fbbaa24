package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code authority: crm}, {@code authority: [crm, billing]} for the first that has the key,
 * {@code authority: { newest: updated_at }}, or {@code authority: none}.
 */
final class ReadAuthority {
  static final String KEY = "authority";
  static final List<String> INNER_KEYS = List.of("newest");
  private static final String NONE = "none";

  private ReadAuthority() {}

  static Authority of(Section section, List<DatasetName> datasets, KnownDatasets known) {
    return section
        .optional(KEY)
        .map(part -> of(part, datasets, known))
        .orElse(new Authority.Nobody());
  }

  private static Authority of(Part part, List<DatasetName> datasets, KnownDatasets known) {
    if (part.isMapping()) {
      return newest(Section.of(part, INNER_KEYS), datasets, known);
    }
    if (part.isScalar()) {
      return part.text().filter(NONE::equals).isPresent()
          ? new Authority.Nobody()
          : one(known.findAmong(datasets, part));
    }
    return new Authority.FirstOf(
        part.items().stream()
            .flatMap(item -> known.findAmong(datasets, item).stream())
            .distinct()
            .toList());
  }

  private static Authority one(Optional<DatasetName> dataset) {
    return dataset.<Authority>map(Authority.One::new).orElse(new Authority.Nobody());
  }

  private static Authority newest(
      Section section, List<DatasetName> datasets, KnownDatasets known) {
    Optional<Part> part = section.required("newest", "newest: updated_at");
    Optional<String> attribute =
        part.flatMap(named -> ReadName.among(known.attributes(), "the attribute", named));
    attribute.ifPresent(name -> {
      List<DatasetName> lacking =
          datasets.stream().filter(dataset -> !known.mapping(name).contains(dataset)).toList();
      if (!lacking.isEmpty()) {
        part.get()
            .complain(
                "names " + name + ", which is not mapped in " + AbsentForm.names(lacking),
                "map it in every dataset of the rule");
      }
    });
    return attribute.<Authority>map(Authority.Newest::new).orElse(new Authority.Nobody());
  }
}
