package io.reconciled.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.InProcess;
import io.reconciled.discrepancy.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock is set while the daemon is down, and stores' clocks are not its own. */
class ClockIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int KEYS = 500;

  @TempDir private Path folder;
  private ThreeServices services;

  @BeforeEach
  void prepare() throws SQLException, IOException {
    services = new ThreeServices("clock", folder, KEYS);
  }

  @AfterEach
  void end() throws SQLException {
    services.stores().dropSlots();
  }

  @Test
  void setBackByAnHourItDelaysNothing() throws SQLException {
    try (InProcess before = InProcess.start(folder, InProcess.ahead(HOUR))) {
      before.awaitSettled(ThreeServices.SUBSCRIBER);
      services.lose();
      services.awaitExact(before);
      services.lose();
      await().atMost(PATIENCE).until(() -> !before.in(Status.SUSPECTED).isEmpty());
    }
    services.lose();

    try (InProcess after = InProcess.start(folder, InProcess.ahead(Duration.ZERO))) {
      services.awaitExact(after);
      services.lose();
      services.change();
      services.awaitExact(after);
      services.mendFirst();
      services.awaitExact(after);
      assertThat(after.in(Status.RESOLVED)).hasSize(1);
    }
  }

  @Test
  void setForthByAnHourItCallsNothingWrongThatIsOnItsWay() throws SQLException {
    try (InProcess before = InProcess.start(folder, InProcess.ahead(Duration.ZERO))) {
      before.awaitSettled(ThreeServices.SUBSCRIBER);
      services.lose();
    }
    long onItsWay = services.beginChange();

    try (InProcess after = InProcess.start(folder, InProcess.ahead(HOUR))) {
      await().atMost(PATIENCE).until(() -> after.capture("crm").events() > 0);
      services.endChange(onItsWay);
      services.awaitExact(after);
      assertThat(after.in(Status.RESOLVED)).isEmpty();
    }
  }

  @Test
  void commitTimesOfStoresThatDisagreeOnlyLabel() throws SQLException {
    try (InProcess daemon = InProcess.start(folder)) {
      daemon.awaitSettled(ThreeServices.SUBSCRIBER);
      for (long seconds : new long[] {-7_200, -180, 180, 7_200}) {
        services.changeWithBillingAt(seconds);
        services.lose();
      }

      services.awaitExact(daemon);
      assertThat(daemon.in(Status.RESOLVED)).isEmpty();
      assertThat(daemon.capture("billing").lagSeconds().orElseThrow()).isLessThan(-7_000);
    }
  }
}
