package io.reconciled.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link DueTable} does. */
abstract class DueTableContract {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName ORDER = new EntityName("order");
  private static final EntityName DEVICE = new EntityName("device");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00.123456Z");

  /** A table with nothing in it. */
  abstract DueTable table();

  static KeyType keyType(EntityName entity) {
    return entity.equals(DEVICE) ? KeyType.TEXT : KeyType.INTEGER;
  }

  @Test
  void readsBackWhatWasPut() {
    DueTable table = table();
    DueRow row = row(1, 5);

    table.put(SUBSCRIBER, List.of(row));

    assertThat(table.first(SUBSCRIBER, 10)).containsExactly(row);
  }

  @Test
  void firstAreThoseToLookAtFirst() {
    DueTable table = table();

    table.put(SUBSCRIBER, List.of(row(1, 30), row(2, 10), row(3, 20)));

    assertThat(table.first(SUBSCRIBER, 2)).containsExactly(row(2, 10), row(3, 20));
  }

  @Test
  void keyThatIsThereTakesTheNewTimes() {
    DueTable table = table();

    table.put(SUBSCRIBER, List.of(row(1, 5)));
    table.put(SUBSCRIBER, List.of(row(1, 9), row(2, 7)));

    assertThat(table.first(SUBSCRIBER, 10)).containsExactly(row(2, 7), row(1, 9));
    assertThat(table.size(SUBSCRIBER)).isEqualTo(2);
  }

  @Test
  void removesTheNamedKeysOnly() {
    DueTable table = table();
    table.put(SUBSCRIBER, List.of(row(1, 1), row(2, 2), row(3, 3)));

    table.remove(SUBSCRIBER, List.of(SharedKey.of(1), SharedKey.of(3), SharedKey.of(99)));

    assertThat(table.first(SUBSCRIBER, 10)).containsExactly(row(2, 2));
    assertThat(table.has(SUBSCRIBER, SharedKey.of(2))).isTrue();
    assertThat(table.has(SUBSCRIBER, SharedKey.of(1))).isFalse();
  }

  @Test
  void entitiesDoNotMix() {
    DueTable table = table();
    table.put(SUBSCRIBER, List.of(row(1, 1)));
    table.put(ORDER, List.of(row(1, 2)));

    table.remove(SUBSCRIBER, List.of(SharedKey.of(1)));

    assertThat(table.size(SUBSCRIBER)).isZero();
    assertThat(table.first(ORDER, 10)).containsExactly(row(1, 2));
  }

  @Test
  void textKeysComeBackAsTheyWere() {
    DueTable table = table();
    List<DueRow> rows =
        List.of("", " a", "A", "a", "a ", "nul\0", "\\0000", "\uD83D\uDE00", "half\uD83D").stream()
            .map(text -> new DueRow(SharedKey.of(text), T0, T0))
            .toList();

    table.put(DEVICE, rows);

    assertThat(table.first(DEVICE, 100)).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void thousandsOfRowsAreOneCall() {
    DueTable table = table();
    List<DueRow> rows = LongStream.range(0, 5_000).mapToObj(key -> row(key, key)).toList();

    table.put(SUBSCRIBER, rows);
    assertThat(table.first(SUBSCRIBER, 10_000)).isEqualTo(rows);

    table.remove(SUBSCRIBER, rows.stream().map(DueRow::key).toList());
    assertThat(table.size(SUBSCRIBER)).isZero();
  }

  private static DueRow row(long key, long lookAt) {
    return new DueRow(SharedKey.of(key), T0.plusSeconds(lookAt), T0);
  }
}
