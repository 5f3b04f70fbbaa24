package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.Fixture.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who holds a value. */
abstract class HoldersContract extends FilteringContract {
  @Nested
  class Holders {
    private final Map<String, String> withNumber = Map.of("name", "Full Name", "number", KEY_FIELD);

    private Dataset numbered() {
      dataset(KeyType.INTEGER);
      return mapped(CONTAINER, KEY_FIELD, KeyType.INTEGER, withNumber);
    }

    private static Set<SharedKey> keys(long... numbers) {
      return Set.copyOf(numbers(numbers));
    }

    @Test
    void everyKeyThatHoldsAValueIsFound() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"), row(2, "Grace"), row(3, "Ada"), row(3, "Ada"));

      assertThat(
              store.holders(
                  dataset, "name", List.of(Value.text("Ada"), Value.text("nobody's name"))))
          .isEqualTo(Map.of(Value.text("Ada"), keys(1, 3)));
    }

    @Test
    void askingForNothingFindsNobody() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"));

      assertThat(store.holders(dataset, "name", List.of())).isEmpty();
    }

    @Test
    void unlikeTextsAreUnlikeWhateverTheDatabaseTakesThemFor() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "bob"), row(2, "Bob"), row(3, "bob "), row(4, "böb"), row(5, ""));

      assertThat(store.holders(dataset, "name", List.of(Value.text("bob"), Value.text(""))))
          .isEqualTo(Map.of(Value.text("bob"), keys(1), Value.text(""), keys(5)));
    }

    @Test
    void nullIsHeldByNobody() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(
          new Row(Optional.of(SharedKey.of(1)), Map.of("Full Name", Optional.empty())),
          new Row(Optional.of(SharedKey.of(2)), Map.of()));

      assertThat(store.holders(dataset, "name", List.of(Value.NULL))).isEmpty();
    }

    @Test
    void numbersAreFoundByTheirValue() {
      Dataset dataset = numbered();
      put(row(1, "a"), row(2, "b"), row(3, "c"));

      assertThat(
              store.holders(
                  dataset,
                  "number",
                  List.of(
                      Value.number(1),
                      Value.number(2.0),
                      Value.number(new BigDecimal("3.00")),
                      Value.number(new BigDecimal("3.5")),
                      Value.number(new BigDecimal("1e30")))))
          .isEqualTo(
              Map.of(Value.number(1), keys(1), Value.number(2), keys(2), Value.number(3), keys(3)));
    }

    @Test
    void whatTheColumnCannotHoldIsHeldByNobodyAndTheRestIsFound() {
      Dataset dataset = numbered();
      put(row(1, "Ada"));
      List<Value> unlike =
          List.of(
              new Value.Bool(true),
              new Value.NotFinite(Double.NaN),
              new Value.Moment(Instant.EPOCH, 3),
              new Value.LocalMoment(LocalDateTime.of(2026, 1, 1, 0, 0), 3),
              new Value.Date(LocalDate.EPOCH),
              new Value.Time(LocalTime.NOON),
              new Value.Span(Duration.ofDays(2)),
              new Value.Uuid(new UUID(1, 2)),
              Value.bytes(new byte[] {1}),
              new Value.Unmapped("point"),
              new Value.Array(List.of(Value.number(1))));

      for (Value other : unlike) {
        assertThat(
                store.holders(
                    dataset, "number", List.of(other, Value.text("one"), Value.number(1))))
            .as("%s", other)
            .isEqualTo(Map.of(Value.number(1), keys(1)));
        assertThat(
                store.holders(
                    dataset,
                    "name",
                    List.of(other, Value.number(1), Value.text("a\0b"), Value.text("Ada"))))
            .as("%s", other)
            .isEqualTo(Map.of(Value.text("Ada"), keys(1)));
      }
    }

    @Test
    void moreValuesThanOneStatementHoldsAreAllLookedFor() {
      Dataset dataset = numbered();
      fixture.fill(database, CONTAINER, KEY, 12_000);
      List<Value> asked = LongStream.range(0, 12_500).mapToObj(Value::number).toList();

      assertThat(
              new TreeSet<>(
                  store.holders(dataset, "number", asked).values().stream()
                      .flatMap(Set::stream)
                      .toList()))
          .hasSize(12_000);
    }
  }
}
