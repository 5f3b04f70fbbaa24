package io.reconciled.sweep.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MannersTest {
  private static final StoreName CRM = new StoreName("crm");
  private static final StoreName BILLING = new StoreName("billing");
  private final FakeTime time = new FakeTime();
  private Optional<String> shut = Optional.empty();
  private final Manners manners =
      new Manners(List.of(host(CRM, 2), host(BILLING, 1)), time.ticks());

  private Host host(StoreName store, int connections) {
    return new Host(
        store, connections, OptionalInt.of(1_000), List.of(() -> shut), time.ticks(), time);
  }

  private Turn enter(StoreName... streams) {
    return manners.enter(List.of(streams), () -> false).orElseThrow();
  }

  private boolean mayEnterNow(StoreName... streams) {
    AtomicInteger tries = new AtomicInteger();
    Optional<Turn> turn = manners.enter(List.of(streams), () -> tries.incrementAndGet() > 1);
    turn.ifPresent(Turn::close);
    return turn.isPresent();
  }

  @Test
  void connectionsAreTakenTogetherAndGivenBack() {
    Turn first = enter(CRM, BILLING);
    assertThat(mayEnterNow(CRM, BILLING)).isFalse();
    assertThat(mayEnterNow(CRM)).isTrue();
    assertThat(mayEnterNow(CRM, CRM)).isFalse();
    first.close();
    first.close();
    assertThat(mayEnterNow(CRM, CRM)).isTrue();
  }

  @Test
  void aRangeThatNeedsMoreThanTheLimitIsReadAlone() {
    Turn wide = enter(BILLING, BILLING, BILLING);
    assertThat(mayEnterNow(BILLING)).isFalse();
    wide.close();
    assertThat(mayEnterNow(BILLING)).isTrue();
  }

  @Test
  void aSweepWaitsHoldingNothingWhileAStoreIsClosed() {
    shut = Optional.of("it is busy");
    AtomicInteger asked = new AtomicInteger();
    Optional<Turn> turn =
        manners.enter(
            List.of(CRM),
            () -> {
              assertThat(mayEnterWhileOpen()).isFalse();
              shut = asked.incrementAndGet() < 20 ? shut : Optional.empty();
              return false;
            });
    assertThat(turn).isPresent();
    assertThat(time.passed()).isGreaterThan(Duration.ofSeconds(1));
  }

  private boolean mayEnterWhileOpen() {
    return manners.closed(CRM).isEmpty();
  }

  @Test
  void aSweepThatIsCancelledWaitsNoLonger() {
    shut = Optional.of("it is busy");
    assertThat(manners.enter(List.of(CRM), () -> time.passed().toMillis() > 500)).isEmpty();
    assertThat(time.passed()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void whatIsClosedSaysSinceWhen() {
    Host host = manners.find(CRM).orElseThrow();
    assertThat(host.closed()).isEmpty();
    shut = Optional.of("it is busy");
    var noticed = new Host.Closed("it is busy", time.instant());
    assertThat(host.closed()).contains(noticed);
    time.pass(Duration.ofMinutes(1));
    assertThat(host.closed()).contains(noticed);
  }

  @Test
  void aScanOfAClosedStoreIsCutAfterABlockWhereItsReaderExpectsThat() {
    shut = Optional.of("it is busy");
    Rows limited = paced(Scan.of(dataset(), KeyRange.ALL, 100));
    assertThat(limited.next()).isPresent();
    assertThat(limited.next()).isEmpty();
    assertThat(limited.cut()).isTrue();

    Rows whole = paced(Scan.of(dataset(), KeyRange.ALL));
    assertThat(whole.next()).isPresent();
    assertThat(whole.next()).isPresent();
    assertThat(whole.next()).isEmpty();
    assertThat(whole.cut()).isFalse();
  }

  @Test
  void rowsOfAScanAreHeldBackToTheStoresRate() {
    Rows rows = paced(Scan.of(dataset(), KeyRange.ALL, 100_000));
    assertThat(rows.next()).isPresent();
    assertThat(time.passed()).isEqualTo(Duration.ofMillis(400));
    assertThat(manners.find(CRM).orElseThrow().rows()).isEqualTo(500);
  }

  private Rows paced(Scan scan) {
    return new PacedRows(new TwoBlocks(), scan, CRM, manners);
  }

  private static Dataset dataset() {
    return new Dataset(
        new EntityName("order"),
        new DatasetName("crm"),
        CRM,
        List.of("orders"),
        "id",
        KeyType.INTEGER,
        Map.of());
  }

  /** Two blocks of 500 rows. */
  private static final class TwoBlocks implements Rows {
    private int given;

    @Override
    public Optional<RowBlock> next() {
      if (given == 1_000) {
        return Optional.empty();
      }
      RowWriter writer = new RowWriter(List.of());
      for (int row = 0; row < 500; row++) {
        writer.row(SharedKey.of(given++), new Image.Present(Map.of()));
      }
      return Optional.of(writer.take());
    }

    @Override
    public boolean cut() {
      return false;
    }

    @Override
    public void close() {}
  }
}
