package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.due.StoreLog;
import io.reconciled.model.Position;
import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.store.StoreSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassIdleEndTest {
  private static final Position BEGINNING = new Position(1, 100);
  private static final Position END = new Position(1, 150);
  private static final Map<String, ?> AT_BEGINNING = Map.of("pos", 100L);
  private static final StoreName CRM = new StoreName("crm");
  private final ToldFeed feed = new ToldFeed();
  private final StoreLog log = new StoreLog(CRM);
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final PassIdleEnd idleEnd =
      new PassIdleEnd(
          new Capture.Source(
              new StoreSettings(
                  CRM,
                  URI.create("mariadb://localhost/crm"),
                  "reconciled",
                  new Secret("reconciled"),
                  StoreSettings.DEFAULT_TIMEOUT,
                  Map.of()),
              feed,
              List.of()),
          log,
          () -> now);

  @Test
  void whatWasDeliveredIsPassedOnceTheSamePlaceHasBeenTheLastForAWhile() {
    feed.delivered = Optional.of(END);
    log.passed(BEGINNING);

    idleEnd.look(AT_BEGINNING);
    assertThat(log.passed()).contains(BEGINNING);

    now = now.plusSeconds(1);
    idleEnd.look(AT_BEGINNING);
    assertThat(log.passed()).contains(END);
  }

  @Test
  void aLogThatGoesOnIsNotAskedFor() {
    for (int second = 0; second < 10; second++) {
      log.passed(new Position(1, second));
      idleEnd.look(Map.of("pos", (long) second));
      now = now.plusSeconds(1);
    }

    assertThat(feed.asked).isZero();
  }

  @Test
  void whereNothingHasComeSinceTheEngineBeganNothingIsAsked() {
    log.passed(BEGINNING);
    for (int second = 0; second < 10; second++) {
      idleEnd.look(Map.of());
      now = now.plusSeconds(1);
    }

    assertThat(feed.asked).isZero();
  }

  @Test
  void whereItDoesNotHelpItIsAskedEverMoreSeldom() {
    log.passed(BEGINNING);
    for (int second = 0; second < 64; second++) {
      idleEnd.look(AT_BEGINNING);
      now = now.plusSeconds(1);
    }

    assertThat(feed.asked).isEqualTo(6);
  }
}
