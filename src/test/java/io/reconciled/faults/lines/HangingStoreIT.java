package io.reconciled.faults.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.reconciled.report.Gap;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that lets its clients in and never says a word: only the rules that need it suffer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HangingStoreIT {
  /** The grace window, a second look, and one time-out at the very first. */
  private static final Duration FIRST = Duration.ofSeconds(6);

  /** The grace window and a second look. */
  private static final Duration SOON = Duration.ofSeconds(4);

  /** Twice the time-out of an engine's question, and some for what ends one after the other. */
  private static final Duration BOUND = Duration.ofSeconds(30);

  private OverLines over;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    over = OverLines.start("hanging", Servers.shared(), folder);
  }

  @AfterAll
  void end() throws SQLException {
    over.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "billing", "profiles"})
  void onlyItsRulesAreUnverifiedAndOthersAreConfirmedInTime(String hanging) throws SQLException {
    String one =
        OverLines.STORES.stream().filter(store -> !store.equals(hanging)).findFirst().orElseThrow();
    String other =
        OverLines.STORES.reversed().stream()
            .filter(store -> !store.equals(hanging))
            .findFirst()
            .orElseThrow();
    over.line(hanging).swallow();
    long sweep = over.daemon().sweep(OverLines.SUBSCRIBER).id();

    over.awaitConfirmed(OverLines.rule(one, other), over.loseIn(one), FIRST);
    over.awaitConfirmed(OverLines.rule(one, other), over.loseIn(other), SOON);
    over.awaitNotFollowing(hanging);
    over.awaitConfirmed(OverLines.rule(one, other), over.loseIn(one), SOON);
    over.loseIn(hanging);

    assertThat(over.gaps(OverLines.rule(one, other))).isEmpty();
    assertThat(over.gaps(OverLines.rule(one, hanging)))
        .extracting(Gap::reason)
        .contains(Gap.Reason.UNREACHABLE);
    over.line(hanging).mend();
    over.awaitFollowing(hanging);
    over.awaitAllLost();
    over.awaitComplete(sweep);
  }

  @Test
  void reloadEndAndStartComeBackWhileAllHang() throws SQLException {
    OverLines.STORES.forEach(store -> over.line(store).swallow());

    assertTimeout(BOUND, () -> over.daemon().reload());
    assertTimeout(BOUND, over::restart);
    OverLines.STORES.forEach(over::awaitNotFollowing);
    assertTimeout(BOUND, over::restart);

    OverLines.STORES.forEach(store -> over.line(store).mend());
    over.loseIn("crm");
    OverLines.STORES.forEach(over::awaitFollowing);
    over.awaitAllLost();
  }
}
