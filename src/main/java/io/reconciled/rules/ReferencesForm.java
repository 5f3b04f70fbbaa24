package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import java.util.List;
import java.util.Optional;

/**
 * {@code references: plan}, {@code from: crm}, {@code entity: plan}, {@code in: catalog}: the
 * attribute's value is a key of another entity. Whether that entity exists is checked when all
 * files have been read.
 */
final class ReferencesForm implements RuleForm {
  static final String ENTITY = "entity";
  static final String IN = "in";

  @Override
  public String word() {
    return "references";
  }

  @Override
  public List<String> keys() {
    return List.of("from", ENTITY, IN);
  }

  @Override
  public Written read(Section section, KnownDatasets known) {
    Optional<Part> named = section.optional(word());
    String attribute =
        named.flatMap(part -> ReadName.among(known.attributes(), "the attribute", part)).orElse("");
    Optional<DatasetName> from = section.required("from", "from: crm").flatMap(known::find);
    if (named.isPresent() && from.isPresent() && !attribute.isEmpty()) {
      known.needOneRow(List.of(from.get()), named.get());
      if (!known.mapping(attribute).contains(from.get())) {
        named
            .get()
            .complain(
                "names " + attribute + ", which is not mapped in " + from.get(),
                "map it under attributes: there, or name the dataset that maps it in from:");
      }
    }
    EntityName entity =
        new EntityName(section.required(ENTITY, "entity: plan").flatMap(ReadName::of).orElse(""));
    DatasetName in =
        new DatasetName(section.required(IN, "in: catalog").flatMap(ReadName::of).orElse(""));
    return new Written(
        word() + " " + attribute,
        new Check.References(
            from.orElse(new DatasetName("")), attribute, entity, KeyType.TEXT, in));
  }
}
