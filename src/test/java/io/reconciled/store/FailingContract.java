package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store says when it cannot. */
abstract class FailingContract extends WritingContract {
  @Nested
  class Failing {
    @Test
    void aMissingContainerIsAMisconfiguration() {
      Dataset gone = mapped(List.of("no such place"), KEY_FIELD, KeyType.INTEGER, ATTRIBUTES);

      assertThatThrownBy(() -> store.read(gone, numbers(1))).isInstanceOf(StoreMisconfigured.class);
      assertThatThrownBy(() -> ScannedRow.drain(store, Scan.of(gone, KeyRange.ALL)))
          .isInstanceOf(StoreMisconfigured.class);
    }

    @Test
    void aStoppedServerIsUnavailableAndUsedAgainOnceItIsBack() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"));
      store.ping();
      try {
        fixture.server().stop();
        assertThatThrownBy(store::ping).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> read(dataset, SharedKey.of(1)))
            .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> ScannedRow.drain(store, Scan.of(dataset, KeyRange.ALL)))
            .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(store::head).isInstanceOf(StoreUnavailable.class);
      } finally {
        fixture.server().start();
      }
      assertThat(name(dataset, SharedKey.of(1))).isEqualTo(Value.text("Ada"));
      assertThat(keys(dataset, KeyRange.ALL)).isEqualTo(numbers(1));
    }

    @Test
    void aServerThatWasKilledIsUsedAgainOnceItIsBack() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"));
      store.ping();
      fixture.server().kill();
      fixture.server().start();

      assertThat(name(dataset, SharedKey.of(1))).isEqualTo(Value.text("Ada"));
    }

    @Test
    void aServerThatNeverAnswersIsUnavailableWithinTheTimeout() throws IOException {
      try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
          Store hung = fixture.kind().open(at(silent.getLocalPort()))) {
        long before = System.nanoTime();
        assertThatThrownBy(hung::ping).isInstanceOf(StoreUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(TIMEOUT.plus(AT_ONCE));
      }
    }

    private StoreSettings at(int port) {
      return settings(fixture.through(database, port));
    }

    @Test
    void aStoreMayBeClosedTwice() {
      store.ping();
      store.close();
      store.close();
      assertThatThrownBy(store::ping).isInstanceOf(StoreFailure.class);
    }
  }

  @Nested
  class Log {
    @Test
    void theHeadMovesOnWithACommit() {
      dataset(KeyType.INTEGER);
      put(row(1, "Ada"));
      Position before = store.head();
      put(row(2, "Grace"));
      Position after = store.head();

      assertThat(after).isGreaterThan(before);
    }
  }
}
