package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Equal texts are equal rows, and no others. */
class CanonicalRowTest {
  private static final int ROWS = 300_000;
  private static final List<String> ATTRIBUTES = List.of("a", "b", "c");

  /** So alike that texts without lengths or ends would run into each other. */
  private static final List<Value> VALUES =
      List.of(
          Value.NULL,
          Value.text(""),
          Value.text("-"),
          Value.text("--"),
          Value.text("n1;"),
          Value.text("t0:"),
          Value.text("t1:-"),
          Value.text("1:t"),
          Value.text("ab"),
          Value.text("abc"),
          Value.text("c"),
          Value.text("bc"),
          Value.text("a"),
          Value.text("a "),
          Value.text("b1"),
          Value.text("\uD83D\uDE00"),
          Value.text("1"),
          Value.number(1),
          Value.number(-1),
          Value.number(11),
          Value.number(new BigDecimal("1.10")),
          Value.number(new BigDecimal("1.01")),
          Value.number(Double.NaN),
          new Value.Bool(true),
          new Value.Bool(false),
          new Value.Date(LocalDate.of(1970, 1, 2)),
          new Value.Date(LocalDate.of(1969, 12, 31)),
          new Value.Uuid(new UUID(0, 1)));

  @Test
  void equalTextsAreEqualRows() {
    Random random = new Random(5);
    Map<String, ScannedRow.Keyed> byText = new HashMap<>();
    for (int i = 0; i < ROWS; i++) {
      ScannedRow.Keyed row = row(random);
      ScannedRow.Keyed before = byText.putIfAbsent(CanonicalRow.text(row, ATTRIBUTES, "crm"), row);
      assertThat(before == null || before.equals(row)).as("%s and %s", before, row).isTrue();
    }
    assertThat(byText.values()).doesNotHaveDuplicates().hasSizeGreaterThan(ROWS / 10);
  }

  private static ScannedRow.Keyed row(Random random) {
    SharedKey key =
        random.nextBoolean()
            ? SharedKey.of(random.nextInt(3) - 1L)
            : SharedKey.of(List.of("", "1", "1;").get(random.nextInt(3)));
    Map<String, Value> attributes = new HashMap<>();
    ATTRIBUTES.forEach(name -> attributes.put(name, VALUES.get(random.nextInt(VALUES.size()))));
    return new ScannedRow.Keyed(key, new Image.Present(attributes));
  }

  @Test
  void anUnmappedValueIsLikeNoneOfAnotherDataset() {
    ScannedRow.Keyed row =
        new ScannedRow.Keyed(
            SharedKey.of(1), new Image.Present(Map.of("a", new Value.Unmapped("zero date"))));
    assertThat(CanonicalRow.text(row, List.of("a"), "crm"))
        .isNotEqualTo(CanonicalRow.text(row, List.of("a"), "billing"));
  }
}
