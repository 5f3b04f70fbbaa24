package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which keys of a sweep want a look where a rule asks a store that is down about other keys. */
class CompareSweptTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName TARIFF = new EntityName("tariff");
  private static final DatasetName CRM = new DatasetName("crm");
  private static final DatasetName PROFILES = new DatasetName("profiles");
  private static final DatasetName CATALOG = new DatasetName("catalog");
  private static final SharedKey KEY = SharedKey.of(7);
  private static final Image GOLD = new Image.Present(Map.of("tariff", Value.text("gold")));
  private static final Unread DOWN = new Unread(UnverifiedReason.UNREACHABLE, "it is down");

  @Test
  void whatNobodyAnsweredWantsALookAlsoWhileAnotherDatasetIsLeftOut() {
    assertThat(wantALook(GOLD, DOWN)).containsExactly(KEY);
  }

  @Test
  void whatWasLeftOutItselfIsToldByTheSweep() {
    assertThat(wantALook(DOWN, GOLD)).isEmpty();
  }

  private static List<SharedKey> wantALook(Reading crm, Reading profiles) {
    List<SharedKey> wanted = new ArrayList<>();
    CompareSwept compare = new CompareSwept(entity(), catalogIsDown());
    CompareSwept.Listener listener =
        (key, wantsALook) -> {
          if (wantsALook) {
            wanted.add(key);
          }
        };
    Readings readings = new Readings(Map.of(CRM, crm, PROFILES, profiles));
    compare.see(new CompareSwept.Swept(KEY, readings), listener);
    compare.finish(listener);
    return wanted;
  }

  private static AnswerLookups catalogIsDown() {
    return new AnswerLookups(
        new Stores(List.of()),
        List.of(dataset(TARIFF, CATALOG, KeyType.TEXT, Map.of())),
        (dataset, stored) -> stored,
        store -> Optional.of(DOWN));
  }

  private static Entity entity() {
    Map<String, String> columns = Map.of("tariff", "tariff");
    return new Entity(
        SUBSCRIBER,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        List.of(
            dataset(SUBSCRIBER, CRM, KeyType.INTEGER, columns),
            dataset(SUBSCRIBER, PROFILES, KeyType.INTEGER, columns)),
        Map.of(),
        List.of(
            Rule.of(
                new RuleName("present"),
                new Check.Present(List.of(CRM, PROFILES), CRM, Optional.empty())),
            Rule.of(
                new RuleName("references tariff"),
                new Check.References(CRM, "tariff", TARIFF, KeyType.TEXT, CATALOG))),
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }

  private static Dataset dataset(
      EntityName entity, DatasetName name, KeyType key, Map<String, String> attributes) {
    return new Dataset(
        entity, name, new StoreName(name.value()), List.of("t"), "id", key, attributes);
  }
}
