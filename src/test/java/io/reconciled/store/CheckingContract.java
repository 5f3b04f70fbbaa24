package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.store.Fixture.Row;
import io.reconciled.store.StoreComplaint.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the check at start finds. */
abstract class CheckingContract extends FailingContract {
  @Nested
  class Checking {
    private List<StoreComplaint> check(Dataset... datasets) {
      return fixture.kind().check(settings(database), new Wanted(List.of(datasets), true));
    }

    @Test
    void whatIsInOrderIsNotComplainedOf() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.makeUnique(database, CONTAINER, KEY);
      put(
          new Row(
              Optional.of(SharedKey.of(1)),
              Map.of("Full Name", Optional.of("Ada"), "from", Optional.of("active"))));

      assertThat(check(dataset)).noneMatch(found -> found.severity() != Severity.WARNING);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(
          new Row(
              Optional.of(SharedKey.of(1)),
              Map.of("Full Name", Optional.of("Bob"), "from", Optional.of("active"))));
      Map<String, String> misspelt = new HashMap<>(ATTRIBUTES);
      misspelt.put("name", "Ful Name");

      List<StoreComplaint> complaints =
          check(
              mapped(List.of("Order Line"), KEY_FIELD, KeyType.INTEGER, ATTRIBUTES),
              mapped(dataset.container(), KEY_FIELD, KeyType.UUID, ATTRIBUTES),
              mapped(dataset.container(), KEY_FIELD, KeyType.INTEGER, misspelt));

      assertThat(complaints)
          .anySatisfy(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.what()).contains("Order Line");
            assertThat(found.fix()).contains("Order Lines");
          })
          .anySatisfy(found -> {
            assertThat(found.subject().part()).contains("name");
            assertThat(found.fix()).contains("Full Name");
          })
          .anySatisfy(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.subject().part()).contains("key");
            assertThat(found.what()).contains("uuid");
          })
          .anySatisfy(found -> assertThat(found.what()).contains("no index"));
    }

    @Test
    void anAttributeThatRulesLookForNeedsAnIndex() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.makeUnique(database, CONTAINER, KEY);
      Wanted wanted = new Wanted(List.of(dataset), false, Map.of(dataset, Set.of("name")));

      assertThat(fixture.kind().check(settings(database), wanted))
          .filteredOn(found -> found.what().contains("no index"))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.subject().part()).contains("name");
          });
    }

    @Test
    void aStoreThatIsDownIsOneComplaint() {
      Dataset dataset = dataset(KeyType.INTEGER);
      try {
        fixture.server().stop();
        assertThat(check(dataset))
            .singleElement()
            .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.UNREACHABLE));
      } finally {
        fixture.server().start();
      }
    }
  }
}
