package io.reconciled.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.InProcess;
import io.reconciled.report.CaptureState;
import io.reconciled.servers.Database;
import io.reconciled.servers.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The daemon's own database, a PostgreSQL server of its own, fails in each way that it can. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateServerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int KEYS = 2_000;

  private PostgresServer server;
  private Database state;
  private ThreeServices services;
  private InProcess daemon;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    server = PostgresServer.startNew();
    state = server.freshDatabase("state");
    services = new ThreeServices("state", folder, KEYS);
    daemon = InProcess.start(folder, state);
    daemon.awaitSettled(ThreeServices.SUBSCRIBER);
  }

  @AfterAll
  void end() throws SQLException {
    daemon.close();
    services.stores().dropSlots();
    server.close();
  }

  /** Whatever happened, it is over, and the daemon goes on by itself. */
  @AfterEach
  void foundWhatWasLostAndNothingElse() throws SQLException {
    services.lose();
    services.change();
    await().atMost(PATIENCE).until(daemon::ready);
    services.awaitExact(daemon);
  }

  @Test
  void killedAndStartedAgainItLosesNothingThatMovedMeanwhile() throws SQLException {
    server.kill();
    nothingIsAcknowledged();
    server.start();
  }

  @Test
  void whileItHangsTheDaemonSaysSoWithinSeconds() throws SQLException {
    server.pause();
    try {
      await().atMost(Duration.ofSeconds(10)).until(() -> !daemon.ready());
      nothingIsAcknowledged();
    } finally {
      server.goOn();
    }
  }

  @Test
  void slowItIsStillExact() throws SQLException {
    CountDownLatch enough = new CountDownLatch(1);
    Thread slowing = Thread.ofPlatform().daemon().start(() -> slowUntil(enough));
    try {
      for (int i = 0; i < 10; i++) {
        loseAndChange();
      }
      services.awaitExact(daemon);
    } finally {
      enough.countDown();
      join(slowing);
    }
  }

  @Test
  void lockedTablesAreWaitedForAndNothingIsAcknowledgedMeanwhile() throws SQLException {
    try (Connection other = server.admin(state).connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "LOCK TABLE due_key, discrepancy, sighting, state_check, \"capture-position-crm\""
              + " IN ACCESS EXCLUSIVE MODE");
      nothingIsAcknowledged();
      other.rollback();
    }
  }

  /** As hosted servers do whose disk is full. */
  @Test
  void readOnlyItIsNotReadyAndNothingIsAcknowledged() throws SQLException {
    setReadOnly(true);
    nothingIsAcknowledged();
    setReadOnly(false);
  }

  /** Though changes come, as far as capture still takes them. */
  private void nothingIsAcknowledged() throws SQLException {
    await().atMost(PATIENCE).until(() -> !daemon.ready());
    String acknowledged = services.stores().acknowledged();
    long events = daemon.capture("crm").events();
    loseAndChange();
    await()
        .atMost(PATIENCE)
        .until(() ->
            daemon.capture("crm").events() > events
                || daemon.capture("crm").mode() != CaptureState.Mode.FOLLOWING);

    assertThat(services.stores().acknowledged()).isEqualTo(acknowledged);
  }

  private void loseAndChange() throws SQLException {
    services.lose();
    services.change();
  }

  private void setReadOnly(boolean on) throws SQLException {
    server
        .admin()
        .execute(
            "ALTER DATABASE %s SET default_transaction_read_only = %s".formatted(state.name(), on),
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                .formatted(state.name()));
  }

  private void slowUntil(CountDownLatch enough) {
    try {
      do {
        server.pause();
        enough.await(200, TimeUnit.MILLISECONDS);
        server.goOn();
      } while (!enough.await(100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
