package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.Fixture.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is read by key. */
abstract class ReadingContract extends OpenStore {
  @Nested
  class Reading {
    @Test
    void everyKeyAskedForHasOneImage() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"), row(2, "Grace"), row(3, "Edsger"));

      Map<SharedKey, Image> images = store.read(dataset, numbers(1, 3, 4));

      assertThat(images).containsOnlyKeys(numbers(1, 3, 4));
      assertThat(images.get(SharedKey.of(4))).isInstanceOf(Image.Absent.class);
      assertThat(name(dataset, SharedKey.of(1))).isEqualTo(Value.text("Ada"));
    }

    @Test
    void askingForNothingReadsNothing() {
      assertThat(store.read(dataset(KeyType.INTEGER), List.of())).isEmpty();
    }

    @Test
    void moreKeysThanOneStatementHoldsAreAllRead() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.fill(database, CONTAINER, KEY, 12_000);

      List<SharedKey> asked = LongStream.range(0, 12_000).mapToObj(SharedKey::of).toList();

      assertThat(store.read(dataset, asked))
          .hasSize(12_000)
          .allSatisfy((key, image) -> assertThat(image).isInstanceOf(Image.Present.class));
    }

    @Test
    void nullAndEmptyTextAndAbsenceAreThreeThings() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(
          new Row(Optional.of(SharedKey.of(1)), Map.of("Full Name", Optional.empty())),
          new Row(Optional.of(SharedKey.of(2)), Map.of("Full Name", Optional.of(""))),
          new Row(Optional.of(SharedKey.of(3)), Map.of()));

      assertThat(name(dataset, SharedKey.of(1))).isEqualTo(Value.NULL);
      assertThat(name(dataset, SharedKey.of(2))).isEqualTo(Value.text(""));
      assertThat(name(dataset, SharedKey.of(3)))
          .isEqualTo(fixture.knowsAbsence() ? new Value.Unmapped("absent") : Value.NULL);
    }

    @Test
    void severalRowsWithOneKeyAreADuplicate() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"), row(1, "Ada"), row(1, "Grace"));

      assertThat(read(dataset, SharedKey.of(1))).isEqualTo(new Image.Duplicate(3));
    }

    @Test
    void severalRowsWithOneKeyAreAllReadWhereTheDatasetMayHaveThem() {
      Dataset dataset = several(dataset(KeyType.INTEGER));
      put(row(1, "Ada"), row(1, "Grace"), row(1, "Ada"), row(2, "Edsger"));

      assertThat(read(dataset, SharedKey.of(1)))
          .isInstanceOfSatisfying(
              Image.Several.class,
              image ->
                  assertThat(image.rows())
                      .extracting(row -> row.get("name"))
                      .containsExactlyInAnyOrder(
                          Value.text("Ada"), Value.text("Ada"), Value.text("Grace")));
      assertThat(read(dataset, SharedKey.of(2)))
          .isInstanceOfSatisfying(
              Image.Several.class, image -> assertThat(image.rows()).hasSize(1));
      assertThat(read(dataset, SharedKey.of(3))).isInstanceOf(Image.Absent.class);
      assertThat(keys(dataset, KeyRange.ALL)).isEqualTo(numbers(1, 1, 1, 2));
    }

    @Test
    void moreRowsOfAKeyThanAnImageHoldsAreCounted() {
      Dataset dataset = several(dataset(KeyType.INTEGER));
      fixture.repeat(database, CONTAINER, KEY, SharedKey.of(1), Image.MOST_ROWS + 1);

      assertThat(read(dataset, SharedKey.of(1)))
          .isEqualTo(new Image.Duplicate(Image.MOST_ROWS + 1));
    }

    @Test
    void textKeysAreComparedByCodePoints() {
      Dataset dataset = dataset(KeyType.TEXT);
      put(row(SharedKey.of("bob"), "lower"), row(SharedKey.of("Bob"), "upper"));
      put(row(SharedKey.of("bob "), "blank"));

      assertThat(name(dataset, SharedKey.of("bob"))).isEqualTo(Value.text("lower"));
      assertThat(name(dataset, SharedKey.of("Bob"))).isEqualTo(Value.text("upper"));
      assertThat(name(dataset, SharedKey.of("bob "))).isEqualTo(Value.text("blank"));
      assertThat(read(dataset, SharedKey.of("BOB"))).isInstanceOf(Image.Absent.class);
    }

    @Test
    void uuidKeysAreRead() {
      Dataset dataset = dataset(KeyType.UUID);
      SharedKey key = KeyType.UUID.parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6").orElseThrow();
      put(row(key, "Ada"));

      assertThat(name(dataset, key)).isEqualTo(Value.text("Ada"));
    }
  }
}
