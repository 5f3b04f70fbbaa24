package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.due.Doubt;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettleDoubtsTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final StoreName CRM = new StoreName("crm");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private Instant now = T0.plusSeconds(60);
  private final DoubtsInMemory doubts = new DoubtsInMemory();
  private final InMemorySweepLog sweeps = new InMemorySweepLog();
  private final SettleDoubts settle = new SettleDoubts(doubts, sweeps, () -> now);

  @BeforeEach
  void raise() {
    doubts.raise(
        List.of(new Doubt(SUBSCRIBER, CRM, Doubt.Cause.LOG_LOST, T0, T0.plusSeconds(10), "gone")));
    doubts.followed(CRM, T0.plusSeconds(20));
  }

  @Test
  void aCompleteSweepThatBeganAfterTheLogWasFollowedSettles() {
    sweep(30, false, Sweep.State.COMPLETE);

    settle.round();

    assertThat(doubts.open()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Sweep.State.class, names = "COMPLETE", mode = EnumSource.Mode.EXCLUDE)
  void oneThatDidNotReadAllDoesNot(Sweep.State state) {
    sweep(30, false, state);

    settle.round();

    assertThat(doubts.open()).hasSize(1);
  }

  @Test
  void oneThatBeganBeforeDoesNot() {
    sweep(15, false, Sweep.State.COMPLETE);

    settle.round();

    assertThat(doubts.open()).hasSize(1);
  }

  @Test
  void oneOfWhatMovedDoesNot() {
    sweep(30, true, Sweep.State.COMPLETE);

    settle.round();

    assertThat(doubts.open()).hasSize(1);
  }

  @Test
  void oneOfAClockThatWasSetBackDoesNot() {
    now = T0.plusSeconds(25);
    sweep(30, false, Sweep.State.COMPLETE);

    settle.round();

    assertThat(doubts.open()).hasSize(1);
  }

  private void sweep(int began, boolean onlyMoved, Sweep.State state) {
    Instant at = T0.plusSeconds(began);
    sweeps.update(
        new Sweep(
            1,
            SUBSCRIBER,
            "test",
            onlyMoved,
            state,
            at,
            Optional.of(at.plusSeconds(1)),
            0,
            0,
            Map.of(),
            Map.of(),
            0,
            Map.of(),
            List.of()));
  }
}
