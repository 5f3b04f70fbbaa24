package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.Rows;
import io.reconciled.store.StoreUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadAheadTest {
  private final ExecutorService readers = Executors.newCachedThreadPool();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  @AfterEach
  void endReaders() {
    readers.shutdownNow();
  }

  /** What a store may do when it is asked for more rows. */
  private interface Next {
    Optional<RowBlock> rows() throws InterruptedException;
  }

  private ReadAhead reading(Next next) {
    return new ReadAhead(() -> new FakeRows(next), readers, stop::get);
  }

  private final class FakeRows implements Rows {
    private final Next next;

    FakeRows(Next next) {
      this.next = next;
    }

    @Override
    public Optional<RowBlock> next() {
      try {
        return next.rows();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }

    @Override
    public boolean cut() {
      return false;
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private static Optional<RowBlock> block() {
    RowWriter writer = new RowWriter(List.of());
    writer.row(SharedKey.of(1), new Image.Present(Map.of()));
    return Optional.of(writer.take());
  }

  @Test
  void aStoreThatSaysNothingDoesNotKeepASweepFromStopping() {
    ReadAhead rows =
        reading(() -> {
          new CountDownLatch(1).await();
          return Optional.empty();
        });
    stop.set(true);

    assertThat(rows.next()).isEmpty();
    assertThat(rows.cut()).as("whether more may follow").isTrue();
  }

  @Test
  void closingItEndsAReaderThatIsAhead() throws InterruptedException {
    ReadAhead rows = reading(ReadAheadTest::block);
    assertThat(rows.next()).isPresent();

    rows.close();

    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatWasReadBeforeAFailureIsShownBeforeIt() {
    AtomicBoolean first = new AtomicBoolean(true);
    ReadAhead rows =
        reading(() -> {
          if (first.getAndSet(false)) {
            return block();
          }
          throw new StoreUnavailable(new StoreName("crm"), "cut off", new IOException("cut off"));
        });

    assertThat(rows.next()).isPresent();
    assertThatThrownBy(rows::next).isInstanceOf(StoreUnavailable.class);
  }
}
