package io.reconciled.sweep.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.StoreName;
import io.reconciled.rules.SweepLimits.PauseAbove;
import io.reconciled.rules.SweepLimits.Window;
import io.reconciled.store.Load;
import io.reconciled.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps sweeps out of a store. */
class BarriersTest {
  private static final StoreName CRM = new StoreName("crm");
  private static final PauseAbove LIMITS =
      new PauseAbove(OptionalInt.of(40), Optional.of(Duration.ofSeconds(30)));
  private final FakeTime time = new FakeTime();

  private HighLoad load(Supplier<Load> store) {
    return new HighLoad(LIMITS, store, time.ticks(), Runnable::run);
  }

  private static Load load(int sessions, Duration lag) {
    return new Load(new Load.Seen<>(sessions), new Load.Seen<>(lag));
  }

  @Test
  void aPauseByHandHoldsOverARestartUntilItIsEnded() {
    PausesInMemory log = new PausesInMemory();
    new KeepPauses(log).put(new Pause(CRM, true, "anna", "backup", time.instant()));

    KeepPauses afterRestart = new KeepPauses(log);
    PausedByHand byHand = new PausedByHand(CRM, afterRestart);
    assertThat(byHand.why()).contains("paused by anna: backup");
    assertThat(byHand.since()).contains(time.instant());
    assertThat(new PausedByHand(new StoreName("billing"), afterRestart).why()).isEmpty();

    afterRestart.put(new Pause(CRM, false, "ben", "done", time.instant()));
    assertThat(byHand.why()).isEmpty();
    assertThat(new KeepPauses(log).of(CRM)).isEmpty();
  }

  @Test
  void aFileThatIsThereKeepsSweepsOut(@TempDir Path folder) throws IOException {
    PauseFile file = new PauseFile(folder.resolve("crm.pause"));
    assertThat(file.why()).isEmpty();
    Files.createFile(file.file());
    assertThat(file.why()).hasValueSatisfying(why -> assertThat(why).contains("crm.pause"));
    Files.delete(file.file());
    assertThat(file.why()).isEmpty();
  }

  @Test
  void windowsAreMeantInTheirZone() {
    List<Window> nights = List.of(new Window(LocalTime.of(22, 0), LocalTime.of(12, 30)));
    assertThat(new OutsideWindows(nights, ZoneOffset.UTC, time).why()).isEmpty();
    assertThat(new OutsideWindows(nights, ZoneId.of("Europe/Berlin"), time).why())
        .contains("it is not within 22:00-12:30 (Europe/Berlin)");
    time.pass(Duration.ofMinutes(30));
    assertThat(new OutsideWindows(nights, ZoneOffset.UTC, time).why()).isPresent();
  }

  @Test
  void sessionsAndLagAboveTheirLimitsKeepSweepsOut() {
    assertThat(load(() -> load(40, Duration.ofSeconds(30))).why()).isEmpty();
    assertThat(load(() -> load(41, Duration.ZERO)).why())
        .contains("41 sessions are active there, above 40");
    assertThat(load(() -> load(1, Duration.ofSeconds(31))).why())
        .contains("the replica is 31 s behind, above 30 s");
    assertThat(load(() -> load(1, Load.STANDS_STILL)).why()).contains("the replica stands still");
  }

  @Test
  void whatCannotBeSeenOrAskedIsNoLimit() {
    assertThat(load(() -> new Load(new Load.Hidden<>("GRANT"), new Load.None<>())).why()).isEmpty();
    assertThat(
            load(
                    () -> {
                      throw new StoreUnavailable(CRM, "no answer", new IOException());
                    })
                .why())
        .isEmpty();
  }

  @Test
  void aStoreIsAskedForItsLoadOnlyEveryFewSecondsAndNobodyWaitsForIt() {
    AtomicInteger asked = new AtomicInteger();
    List<Runnable> underWay = new ArrayList<>();
    HighLoad high =
        new HighLoad(
            LIMITS,
            () -> load(asked.incrementAndGet() == 1 ? 50 : 5, Duration.ZERO),
            time.ticks(),
            underWay::add);
    assertThat(high.known()).isEmpty();
    assertThat(high.why()).contains("its load is not known yet");
    assertThat(high.why()).isPresent();
    assertThat(underWay).hasSize(1);
    underWay.removeFirst().run();
    assertThat(high.why()).contains("50 sessions are active there, above 40");
    time.pass(HighLoad.BETWEEN_QUESTIONS);
    assertThat(high.why()).isPresent();
    underWay.removeFirst().run();
    assertThat(high.why()).isEmpty();
    assertThat(asked).hasValue(2);
  }

  @Test
  void looksThatAreOverdueGoFirst() {
    Duration limit = Duration.ofSeconds(10);
    assertThat(new LivePathBehind(() -> limit, limit).why()).isEmpty();
    assertThat(new LivePathBehind(() -> limit.plusSeconds(1), limit).why())
        .contains("looks are 11 s overdue, and go first");
  }
}
