package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.Secret;
import io.reconciled.model.StateUnavailable;
import io.reconciled.servers.Database;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.ThisProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StateLeaseIT {
  private final PostgresServer server = Servers.shared().postgres();
  private final Database database = server.freshDatabase("leased");

  private StateLease take(Duration patience) {
    return StateLease.take(
        new StateUrl(database.jdbcUrl()),
        database.user(),
        new Secret(database.password()),
        patience);
  }

  @Test
  void aSecondDaemonIsRefusedByTheNameOfTheHolder() throws Exception {
    Process holder = OtherLease.of(database);
    try {
      assertThatThrownBy(() -> take(Duration.ZERO))
          .isInstanceOf(StateUnavailable.class)
          .hasMessageContaining(database.jdbcUrl())
          .hasMessageContaining(":" + holder.pid() + " (session ")
          .hasMessageContaining("from 127.0.0.1, since 20")
          .hasMessageContaining("Stop that reconciled");
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void aKilledHolderIsFollowedWithinSeconds() throws IOException, InterruptedException {
    Process holder = OtherLease.of(database);
    Thread kill = Thread.startVirtualThread(holder::destroyForcibly);
    try (StateLease lease = take(Duration.ofSeconds(15))) {
      assertThat(lease.renew()).isEmpty();
    } finally {
      kill.join();
      holder.waitFor();
    }
  }

  @Test
  void leasesOfTwoDatabasesOfOneServerAreTwo() {
    Database beside = server.freshDatabase("leased");
    try (StateLease one = take(Duration.ZERO);
        StateLease other =
            StateLease.take(
                new StateUrl(beside.jdbcUrl()),
                beside.user(),
                new Secret(beside.password()),
                Duration.ZERO)) {
      assertThat(one.renew()).isEmpty();
      assertThat(other.renew()).isEmpty();
    }
  }

  @Test
  void aLostSessionIsTakenAgainUnlessAnotherCameFirst() throws SQLException {
    try (StateLease lease = take(Duration.ZERO)) {
      cutSessions();
      assertThat(lease.renew()).isEmpty();
      cutSessions();
      try (StateLease other = take(Duration.ZERO)) {
        assertThat(lease.renew())
            .hasValueSatisfying(holder -> assertThat(holder).startsWith(ThisProcess.inWords()));
        assertThat(other.renew()).isEmpty();
      }
      assertThat(lease.renew()).isEmpty();
    }
  }

  @Test
  void whoHasLostItToAnotherIsTold() throws SQLException {
    AtomicReference<Optional<String>> told = new AtomicReference<>(Optional.empty());
    try (KeepLease kept =
        KeepLease.take(
            new StateUrl(database.jdbcUrl()),
            database.user(),
            new Secret(database.password()),
            Duration.ZERO,
            holder -> told.set(Optional.of(holder)))) {
      try (StateLease other = takeFirst()) {
        await()
            .untilAsserted(() ->
                assertThat(told.get())
                    .hasValueSatisfying(holder -> assertThat(holder).contains("session ")));
        assertThat(other.renew()).isEmpty();
      }
      assertThat(kept).isNotNull();
    }
  }

  /** The holder tries again every two seconds; until then it is free. */
  private StateLease takeFirst() {
    AtomicReference<StateLease> taken = new AtomicReference<>();
    await()
        .ignoreExceptionsInstanceOf(StateUnavailable.class)
        .until(() -> {
          cutSessions();
          taken.set(take(Duration.ZERO));
          return true;
        });
    return taken.get();
  }

  private void cutSessions() throws SQLException {
    server
        .admin(database)
        .execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
                + " current_database() AND usename = '"
                + database.user()
                + "'");
  }
}
