package io.reconciled.sweep.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortRowsTest {
  private static final int KEYS = 500;
  private final Random random = new Random(11);

  @Test
  void numbersAreSortedByTheirValue() {
    sorts(KeyType.INTEGER, i -> SharedKey.of(random.nextLong()));
  }

  @Test
  void textsWithALongBeginningInCommonAreSortedByWhatFollows() {
    sorts(KeyType.TEXT, i -> SharedKey.of("x".repeat(random.nextInt(40)) + "y" + i % 70));
    sorts(KeyType.TEXT, i -> SharedKey.of("x".repeat(5_000) + i % 70));
  }

  @Test
  void textsThatEndInZerosComeBehindThoseThatDoNot() {
    sorts(KeyType.TEXT, i -> SharedKey.of("a".repeat(i % 3) + "\0".repeat(random.nextInt(12))));
  }

  private void sorts(KeyType type, IntFunction<SharedKey> key) {
    List<SharedKey> keys = new ArrayList<>(IntStream.range(0, KEYS).mapToObj(key).toList());
    List<RowBlock> blocks = new ArrayList<>();
    RowWriter writer = new RowWriter(List.of(), 64);
    for (SharedKey each : keys) {
      writer.row(each, new Image.Present(Map.of()));
      if (writer.isFull()) {
        blocks.add(writer.take());
      }
    }
    blocks.add(writer.take());

    RowOrder order = SortRows.order(blocks);
    List<SharedKey> sorted =
        IntStream.range(0, order.size())
            .mapToObj(i -> order.blockOf(i).key(order.rowOf(i), type))
            .toList();

    Collections.sort(keys);
    assertThat(sorted).isEqualTo(keys);
  }
}
