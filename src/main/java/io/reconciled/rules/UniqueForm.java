package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;

/**
 * {@code unique: msisdn}, with {@code over:}. Other keys are looked up by stored values, so the
 * attribute must be stored as it is meant: without conversion, value map or computation.
 */
final class UniqueForm implements RuleForm {

  @Override
  public String word() {
    return "unique";
  }

  @Override
  public List<String> keys() {
    return List.of("over");
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    List<DatasetName> over =
        section.optional("over").map(known::findAny).orElseGet(() -> mapping(section, known));
    String attribute =
        section
            .optional(word())
            .flatMap(part -> ReadName.among(known.attributes(), "the attribute", part))
            .orElse("");
    section
        .optional(word())
        .ifPresent(part -> {
          known.needOneRow(over, part);
          over.forEach(dataset -> checkStored(attribute, dataset, part, known));
        });
    return new Written(word() + " " + attribute, new Check.Unique(over, attribute));
  }

  private List<DatasetName> mapping(Section section, KnownDatasets known) {
    return section.optional(word()).flatMap(Part::text).map(known::mapping).orElse(List.of());
  }

  private static void checkStored(
      String attribute, DatasetName name, Part part, KnownDatasets known) {
    known
        .dataset(name)
        .ifPresent(dataset -> {
          Mapping mapping = dataset.mapping();
          if (!attribute.isEmpty() && !dataset.attributes().contains(attribute)) {
            part.complain(
                "names " + attribute + ", which is not mapped in " + name,
                "map it under attributes: there, or say over: with the datasets that map it");
          } else if (mapping.computed().containsKey(attribute)
              || mapping.conversions().containsKey(attribute)
              || mapping.values().byAttribute().containsKey(attribute)) {
            part.complain(
                "names " + attribute + ", which " + name + " does not store as it is meant",
                "leave the dataset out with over:, or map the column without as:, values: or compute:");
          }
        });
  }
}
