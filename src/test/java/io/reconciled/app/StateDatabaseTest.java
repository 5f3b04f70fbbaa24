package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.Secret;
import io.reconciled.model.StateUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDatabaseTest {
  @TempDir Path folder;

  @Test
  void fileInUseByAnotherProcessIsRefusedByName() throws IOException, InterruptedException {
    Process other = OtherHolder.of(url().jdbcUrl());
    try {
      assertThatThrownBy(() -> StateDatabase.open(url(), "reconciled", Secret.NONE))
          .isInstanceOf(StateUnavailable.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("in use by another process");
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void damagedFileIsRefusedWithWhatToDo() throws IOException {
    byte[] damaged = new byte[50_000];
    new Random(1).nextBytes(damaged);
    Files.write(folder.resolve("reconciled.mv.db"), damaged);

    assertThatThrownBy(() -> StateDatabase.open(url(), "reconciled", Secret.NONE))
        .isInstanceOf(StateUnavailable.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("is damaged")
        .hasMessageContaining("move its files away");
    assertThat(folder.resolve("reconciled.mv.db")).hasBinaryContent(damaged);
  }

  /** H2 commits each statement that makes a table by itself. */
  @Test
  void daemonKilledWhileItMakesItsTablesMakesTheRestAtItsNextStart() throws SQLException {
    for (MigrationInfo cut : migrations("jdbc:h2:mem:all").info().all()) {
      String mem = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
      StateUrl killed = new StateUrl(mem);
      migrations(killed.jdbcUrl(), cut.getVersion()).migrate();
      try (Connection connection = DriverManager.getConnection(killed.jdbcUrl(), "reconciled", "");
          Statement statement = connection.createStatement()) {
        statement.execute("RUNSCRIPT FROM 'classpath:db/migration/%s'".formatted(cut.getScript()));
      }

      StateDatabase.open(killed, "reconciled", Secret.NONE).close();
    }
  }

  /** All of them. */
  private static Flyway migrations(String url) {
    return Flyway.configure().dataSource(url, "reconciled", "").load();
  }

  /** Those before a version. */
  private static Flyway migrations(String url, MigrationVersion version) {
    int before = version.getMajor().intValueExact() - 1;
    return Flyway.configure().dataSource(url, "reconciled", "").target(before + "?").load();
  }

  @Test
  void databaseThatIsNotThereIsRefused() {
    StateUrl nowhere = new StateUrl("jdbc:postgresql://127.0.0.1:1/reconciled");

    assertThatThrownBy(() -> StateDatabase.open(nowhere, "reconciled", Secret.NONE))
        .isInstanceOf(StateUnavailable.class)
        .hasMessageContaining("127.0.0.1:1");
  }

  @Test
  void optionThatItsUserGaveStays() {
    assertThat(new StateUrl("jdbc:h2:file:./x;write_delay=10").jdbcUrl())
        .contains(";write_delay=10")
        .doesNotContain("WRITE_DELAY=0")
        .contains(";DATABASE_TO_LOWER=TRUE");
  }

  @Test
  void postgresqlThatHangsIsNotWaitedForWithoutEnd() {
    StateUrl url = new StateUrl("jdbc:postgresql://db/reconciled?socketTimeout=7");

    assertThat(url.jdbcUrl())
        .contains("?socketTimeout=7&", "&connectTimeout=10", "&loginTimeout=10")
        .doesNotContain("socketTimeout=30");
    assertThat(new StateUrl("jdbc:postgresql://db/x").jdbcUrl()).contains("&socketTimeout=30");
    assertThat(new StateUrl("jdbc:postgresql://db/x").jdbcUrlToMigrate())
        .doesNotContain("socketTimeout");
  }

  @Test
  void stateSurvivesAReopening() throws SQLException {
    try (StateDatabase state = StateDatabase.open(url(), "reconciled", Secret.NONE);
        var connection = state.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("insert into qrtz_locks values ('here', 'still')");
    }
    try (StateDatabase state = StateDatabase.open(url(), "reconciled", Secret.NONE);
        var connection = state.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select lock_name from qrtz_locks")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("still");
    }
  }

  private StateUrl url() {
    return new StateUrl("jdbc:h2:file:" + folder.resolve("reconciled"));
  }
}
