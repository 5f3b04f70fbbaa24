package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store tells of its size and of how busy it is. */
abstract class LoadContract extends CompositeKeysContract {
  @Nested
  class TellingItsLoad {
    /** A guess may come late, and be far off; it must not cost a count. */
    @Test
    void theSizeOfADatasetIsGuessed() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.fill(database, CONTAINER, KEY, 12_000);

      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> assertThat(store.estimatedRows(dataset)).isBetween(100L, 1_000_000L));
    }

    @Test
    void aPartOfATableIsNotTakenForAllOfIt() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.fill(database, CONTAINER, KEY, 12_000);
      Dataset part = taking(dataset, fixture.where("from", "active"));

      assertThat(store.estimatedRows(part)).isLessThan(6_000);
    }

    @Test
    void itsLoadIsToldOrSaysWhatLetsTheUserSeeIt() {
      Load load = store.load();

      switch (load.activeSessions()) {
        case Load.Seen<Integer>(Integer sessions) -> assertThat(sessions).isNotNegative();
        case Load.Hidden<Integer>(String fix) -> assertThat(fix).isNotBlank();
        case Load.None<Integer> none -> assertThat(none).as("every store has sessions").isNull();
      }
      assertThat(load.replicaLag()).isNotInstanceOf(Load.Seen.class);
    }
  }
}
