package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.Secret;
import io.reconciled.model.StateUnavailable;
import java.io.IOException;
import java.nio.file.Path;
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
  void stateSurvivesAReopening() throws java.sql.SQLException {
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
