package io.reconciled.compare;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Mapping;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.rules.ValueMaps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Three datasets of one entity, with a rule over them, and what may be read of a key. */
final class Keys {
  static final DatasetName CRM = new DatasetName("crm");
  static final DatasetName BILLING = new DatasetName("billing");
  static final DatasetName PROFILES = new DatasetName("profiles");
  static final List<DatasetName> ALL = List.of(CRM, BILLING, PROFILES);
  static final RuleName RULE = new RuleName("rule");
  static final Unread DOWN = new Unread(UnverifiedReason.UNREACHABLE, "billing is down");

  private Keys() {}

  static Rule present(DatasetName reference) {
    return Rule.of(RULE, new Check.Present(ALL, reference, Optional.empty()));
  }

  static Rule equal(String... attributes) {
    return equal(new Authority.Nobody(), attributes);
  }

  static Rule equalTo(DatasetName authority, String... attributes) {
    return equal(new Authority.One(authority), attributes);
  }

  private static Rule equal(Authority authority, String... attributes) {
    return Rule.of(RULE, new Check.Equal(ALL, List.of(attributes), authority));
  }

  static Verdict verdict(Rule rule, Map<DatasetName, ? extends Reading> readings) {
    return verdict(rule, Map.of(), readings);
  }

  static Verdict verdict(
      Rule rule,
      Map<DatasetName, ValueMaps> valueMaps,
      Map<DatasetName, ? extends Reading> readings) {
    return new CompareKey(entity(rule, valueMaps))
        .verdicts(SharedKey.of(1), new Readings(new HashMap<>(readings)))
        .values()
        .iterator()
        .next();
  }

  static Entity entity(Rule rule, Map<DatasetName, ValueMaps> valueMaps) {
    EntityName name = new EntityName("subscriber");
    List<Dataset> datasets =
        ALL.stream()
            .map(dataset ->
                new Dataset(
                    name,
                    dataset,
                    new StoreName(dataset.value()),
                    List.of("table"),
                    "id",
                    KeyType.INTEGER,
                    Map.of("status", "status", "msisdn", "msisdn")))
            .toList();
    return new Entity(
        name,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        datasets,
        valueMaps.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, maps -> Mapping.of(maps.getValue()))),
        List.of(rule),
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }

  static Map<DatasetName, Reading> readings(Reading crm, Reading billing, Reading profiles) {
    return Map.of(CRM, crm, BILLING, billing, PROFILES, profiles);
  }

  static Image status(Value status) {
    return new Image.Present(Map.of("status", status));
  }

  static Image status(String status) {
    return status(Value.text(status));
  }
}
