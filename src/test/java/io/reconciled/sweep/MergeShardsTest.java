package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Reading;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.simulated.Shards;
import io.reconciled.store.Scan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MergeShardsTest {
  private final Shards shards =
      new Shards(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

  private KeyStream stream(Dataset dataset) {
    return new KeyStream(
        dataset,
        new ReadAhead(
            () -> shards.stores().of(dataset.store()).scan(Scan.of(dataset, KeyRange.ALL)),
            Executors.newVirtualThreadPerTaskExecutor(),
            () -> false),
        new SweepTally());
  }

  private Map<SharedKey, Reading> merged() {
    List<KeyStream> streams = shards.datasets().stream().map(this::stream).toList();
    Map<SharedKey, Reading> merged = new LinkedHashMap<>();
    MergeStreams merge = new MergeStreams(streams);
    while (merge.next()) {
      assertThat(merge.images()).containsOnlyKeys(Shards.NAME);
      merged.put(merge.key(), merge.images().get(Shards.NAME));
    }
    streams.forEach(KeyStream::close);
    return merged;
  }

  private static Reading named(String name) {
    return new Image.Present(Map.of("name", Value.text(name)));
  }

  @Test
  void shardsAreOneDatasetInWhichAKeyOfTwoIsADuplicate() {
    shards.put(0, 1, "north");
    shards.put(0, 3, "north");
    shards.put(1, 2, "south");
    shards.put(1, 3, "south");

    assertThat(merged())
        .containsExactly(
            Map.entry(SharedKey.of(1), named("north")),
            Map.entry(SharedKey.of(2), named("south")),
            Map.entry(SharedKey.of(3), new Image.Duplicate(2)));
  }

  @Test
  void aShardThatIsDownBreaksTheWholeDataset() {
    shards.put(0, 1, "north");
    shards.server(1).stop();

    assertThatThrownBy(this::merged)
        .asInstanceOf(InstanceOfAssertFactories.type(BrokenStream.class))
        .extracting(BrokenStream::dataset)
        .isEqualTo(Shards.NAME);
  }
}
