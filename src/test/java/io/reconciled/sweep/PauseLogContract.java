package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.StoreName;
import io.reconciled.sweep.guest.Pause;
import io.reconciled.sweep.guest.PauseLog;
import io.reconciled.sweep.jooq.JooqPauseLog;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log of pauses does on every state database. */
abstract class PauseLogContract {
  private static final StoreName CRM = new StoreName("crm");
  private static final StoreName BILLING = new StoreName("billing");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00.123456Z");

  private StateDatabase state;
  private PauseLog log;

  /** New and empty. */
  abstract StateDatabase open();

  @BeforeEach
  void openLog() {
    state = open();
    log = new JooqPauseLog(state.dataSource());
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  @Test
  void theLastActOfEachStoreIsWhatGoes() {
    Pause crm = pause(CRM, true, "anna", 0);
    Pause billing = pause(BILLING, true, "anna", 1);
    Pause crmAgain = pause(CRM, false, "ben", 2);

    assertThat(log.current()).containsExactlyInAnyOrder(billing, crmAgain);
    assertThat(log.history(CRM, 10)).containsExactly(crmAgain, crm);
    assertThat(log.history(CRM, 1)).containsExactly(crmAgain);
  }

  @Test
  void nothingIsPausedAtFirst() {
    assertThat(log.current()).isEmpty();
    assertThat(log.history(CRM, 10)).isEmpty();
  }

  private Pause pause(StoreName store, boolean paused, String who, int second) {
    Pause pause = new Pause(store, paused, who, "backup & <restore>", T0.plusSeconds(second));
    log.add(pause);
    return pause;
  }
}
