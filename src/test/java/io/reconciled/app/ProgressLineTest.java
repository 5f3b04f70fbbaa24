package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.EntityName;
import io.reconciled.sweep.gauge.HowFar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private final StringWriter out = new StringWriter();

  private static ProgressLine.Running running(long estimated, String... waits) {
    return new ProgressLine.Running(
        SUBSCRIBER,
        HowFar.of(
            List.of(new HowFar.Part("crm", 250_000, estimated)),
            Duration.ofSeconds(10),
            List.of(waits)));
  }

  @Test
  void aLineShowsABarTheRateAndTheRest() {
    assertThat(ProgressLine.of(running(1_000_000)))
        .isEqualTo(
            "subscriber [######------------------]  25 %  250,000 rows  25,000 rows/s  30 s left");
  }

  @Test
  void whatNobodyKnowsIsNotShown() {
    assertThat(ProgressLine.of(running(-1))).isEqualTo("subscriber  250,000 rows  25,000 rows/s");
  }

  @Test
  void aSweepThatWaitsSaysWhatFor() {
    assertThat(ProgressLine.of(running(-1, "crm: paused by anna")))
        .endsWith("25,000 rows/s  waits for crm: paused by anna");
  }

  @Test
  void aTerminalsLineIsWrittenOverAgainAndLeftFree() {
    ShowProgress show = show(true);
    show.round();
    assertThat(out.toString()).isEmpty();
    show.round();
    show.round();
    show.close();
    String line = "\r\u001b[K" + ProgressLine.of(running(1_000_000));
    assertThat(out.toString()).isEqualTo(line + line + "\r\u001b[K");
  }

  @Test
  void elsewhereALineComesEveryTenSeconds() {
    ShowProgress show = show(false);
    for (int halfSecond = 0; halfSecond <= 30; halfSecond++) {
      show.round();
    }
    show.close();
    assertThat(out.toString().lines()).containsExactly(ProgressLine.of(running(1_000_000)));
  }

  private ShowProgress show(boolean terminal) {
    return new ShowProgress(() -> Optional.of(running(1_000_000)), new PrintWriter(out), terminal);
  }
}
