package io.reconciled.faults.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.report.Gap;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever takes a store away for a while, it is followed again from where that was left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconnectIT {
  private OverLines over;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    over = OverLines.start("reconnect", Servers.shared(), folder);
  }

  @AfterAll
  void end() throws SQLException {
    over.close();
  }

  private String loseOnBothSides(String store) throws SQLException {
    over.loseIn(store);
    return over.loseIn(
        OverLines.STORES.stream().filter(o -> !o.equals(store)).findAny().orElseThrow());
  }

  private void assertUnverified(String store) {
    assertThat(OverLines.STORES.stream().filter(other -> !other.equals(store)))
        .allSatisfy(other ->
            assertThat(over.gaps(OverLines.rule(store, other)))
                .extracting(Gap::reason)
                .containsAnyOf(Gap.Reason.UNREACHABLE, Gap.Reason.MISCONFIGURED));
  }

  private void throwOff(String store) {
    over.line(store).cut();
    over.line(store).mend();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "billing", "profiles"})
  void aLineThatIsCutInTheMiddleOfLooksLosesNothing(String store) throws SQLException {
    for (int times = 0; times < 4; times++) {
      over.arrive();
      loseOnBothSides(store);
      throwOff(store);
    }
    over.line(store).cut();
    loseOnBothSides(store);
    over.awaitNotFollowing(store);

    assertUnverified(store);
    over.line(store).mend();
    over.awaitFollowing(store);
    over.awaitAllLost();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "billing", "profiles"})
  void aPortThatRefusesIsTriedUntilItListens(String store) throws SQLException {
    over.line(store).refuse();
    loseOnBothSides(store);
    over.awaitNotFollowing(store);

    assertUnverified(store);
    over.line(store).mend();
    over.awaitFollowing(store);
    over.awaitAllLost();
  }

  @Test
  void aNameThatLeadsToAnotherServerForAWhileMakesNothingFalse() throws SQLException {
    try (PostgresServer other = PostgresServer.startNew()) {
      over.line("crm").leadTo(other.port());
      throwOff("crm");
      over.awaitNotFollowing("crm");
      loseOnBothSides("crm");

      assertUnverified("crm");
      over.line("crm").leadTo(Servers.shared().postgres().port());
      throwOff("crm");
      over.awaitFollowing("crm");
      over.awaitAllLost();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "billing"})
  void aPasswordThatIsChangedInItsFileIsUsedWithoutARestart(String store)
      throws SQLException, IOException {
    over.stores().rotate(store, "rotated");
    throwOff(store);
    over.awaitNotFollowing(store);
    loseOnBothSides(store);

    assertUnverified(store);
    over.writePassword(store, "rotated");
    over.awaitFollowing(store);
    over.awaitAllLost();
  }
}
