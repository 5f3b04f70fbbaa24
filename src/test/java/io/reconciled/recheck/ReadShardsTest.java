package io.reconciled.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.Value;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.simulated.Shards;
import io.reconciled.store.StoreHealth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadShardsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private final Shards shards = new Shards(CLOCK);

  private Reading read(long key) {
    List<Dataset> datasets = shards.datasets();
    Entity entity =
        new Entity(
            Shards.ENTITY,
            datasets.getFirst().keyShape(),
            Duration.ofSeconds(1),
            datasets,
            Map.of(),
            List.of(),
            Optional.empty(),
            new Places(Path.of("subscriber.yaml"), Map.of()));
    return new ReadImages(
            shards.stores(), new StoreHealth(Duration.ofSeconds(1)), CLOCK, Runnable::run)
        .read(entity, SharedKey.of(key))
        .of(Shards.NAME);
  }

  @Test
  void aKeyIsWhatItsShardHasOfIt() {
    shards.put(0, 1, "north");
    shards.put(1, 2, "south");

    assertThat(read(1)).isEqualTo(new Image.Present(Map.of("name", Value.text("north"))));
    assertThat(read(2)).isEqualTo(new Image.Present(Map.of("name", Value.text("south"))));
  }

  @Test
  void aKeyThatNoShardHasIsAbsent() {
    shards.put(0, 1, "north");

    assertThat(read(3)).isEqualTo(Image.ABSENT);
  }

  @Test
  void aKeyInTwoShardsIsADuplicate() {
    shards.put(0, 1, "north");
    shards.put(1, 1, "north");

    assertThat(read(1)).isEqualTo(new Image.Duplicate(2));
  }

  @Test
  void oneShardThatIsDownLeavesTheWholeUnread() {
    shards.put(0, 1, "north");
    shards.server(1).stop();

    assertThat(read(1)).isInstanceOf(Unread.class);
    assertThat(read(3)).isInstanceOf(Unread.class);
  }
}
