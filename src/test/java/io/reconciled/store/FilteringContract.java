package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.Fixture.Row;
import io.reconciled.store.StoreComplaint.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a dataset that takes some rows of its container sees of the others: nothing. */
abstract class FilteringContract extends CheckingContract {
  @Nested
  class Filtering {
    private Dataset active;

    @BeforeEach
    void putActiveAndOther() {
      active = taking(dataset(KeyType.INTEGER), fixture.where("from", "active"));
      put(
          row(1, "Ada", "active"),
          row(2, "Grace", "gone"),
          row(3, "Edsger", "active"),
          row(3, "Edsger before", "gone"),
          new Row(Optional.empty(), Map.of("from", Optional.of("gone"))));
    }

    private static Row row(long key, String name, String state) {
      return new Row(
          Optional.of(SharedKey.of(key)),
          Map.of("Full Name", Optional.of(name), "from", Optional.of(state)));
    }

    @Test
    void otherRowsAreNotRead() {
      assertThat(name(active, SharedKey.of(1))).isEqualTo(Value.text("Ada"));
      assertThat(read(active, SharedKey.of(2))).isInstanceOf(Image.Absent.class);
      assertThat(name(active, SharedKey.of(3))).isEqualTo(Value.text("Edsger"));
    }

    @Test
    void otherRowsAreNotScannedNorCounted() {
      assertThat(ScannedRow.drain(store, Scan.of(active, KeyRange.ALL)))
          .hasSize(2)
          .allSatisfy(row -> assertThat(row).isInstanceOf(ScannedRow.Keyed.class));
      assertThat(keys(active, KeyRange.ALL)).isEqualTo(numbers(1, 3));
      assertThat(store.boundary(active, Optional.empty(), 1)).contains(SharedKey.of(3));
      assertThat(store.boundary(active, Optional.of(SharedKey.of(1)), 2)).isEmpty();
    }

    @Test
    void otherRowsHoldNothing() {
      Value grace = Value.text("Grace");
      Value ada = Value.text("Ada");

      assertThat(store.holders(active, "name", List.of(grace, ada)))
          .isEqualTo(Map.of(ada, Set.of(SharedKey.of(1))));
    }

    @Test
    void anotherRowCountsAsAbsentAndIsLeftAsItWas() {
      SharedKey other = SharedKey.of(2);
      Dataset all = mapped(CONTAINER, KEY_FIELD, KeyType.INTEGER, ATTRIBUTES);
      Image before = read(all, other);
      WriteOutcome absent = new WriteOutcome.Refused(Image.ABSENT);
      Map<String, Value> name = Map.of("name", Value.text("x"));

      assertThat(store.write(new ConditionalWrite(active, other, before, new Change.Set(name))))
          .isEqualTo(absent);
      assertThat(store.write(new ConditionalWrite(active, other, before, new Change.Delete())))
          .isEqualTo(absent);
      assertThat(
              store.write(
                  new ConditionalWrite(active, other, Image.ABSENT, new Change.Insert(name))))
          .isEqualTo(absent);
      assertThat(read(all, other)).isEqualTo(before);
    }

    @Test
    void onlyTheRowThatIsTakenIsWritten() {
      SharedKey both = SharedKey.of(3);
      assertThat(
              store.write(
                  new ConditionalWrite(
                      active,
                      both,
                      named("Edsger"),
                      new Change.Set(Map.of("name", Value.text("E."))))))
          .isEqualTo(new WriteOutcome.Applied());

      assertThat(name(active, both)).isEqualTo(Value.text("E."));
      assertThat(store.holders(all(), "name", List.of(Value.text("Edsger before")))).hasSize(1);
    }

    private Dataset all() {
      return mapped(CONTAINER, KEY_FIELD, KeyType.INTEGER, ATTRIBUTES);
    }

    @Test
    void aFilterThatCannotBeUsedIsToldWithItsLine() {
      assertThat(fixture.kind().check(settings(database), new Wanted(List.of(active), false)))
          .noneMatch(found -> found.severity() == Severity.ERROR);
      for (String unusable : fixture.unusableFilters()) {
        List<StoreComplaint> complaints =
            fixture
                .kind()
                .check(settings(database), new Wanted(List.of(taking(all(), unusable)), false));

        assertThat(complaints)
            .as(unusable)
            .filteredOn(found -> found.severity() == Severity.ERROR)
            .singleElement()
            .satisfies(found -> assertThat(found.subject().part()).contains("where"));
      }
    }

    @Test
    void aFilterThatCannotBeUsedIsAMisconfigurationOfEveryCall() {
      for (String unusable : fixture.unusableFilters()) {
        Dataset dataset = taking(all(), unusable);

        assertThatThrownBy(() -> read(dataset, SharedKey.of(1)))
            .as(unusable)
            .isInstanceOf(StoreMisconfigured.class);
        assertThatThrownBy(() -> ScannedRow.drain(store, Scan.of(dataset, KeyRange.ALL)))
            .as(unusable)
            .isInstanceOf(StoreMisconfigured.class);
      }
      assertThat(name(active, SharedKey.of(1))).isEqualTo(Value.text("Ada"));
    }
  }
}
