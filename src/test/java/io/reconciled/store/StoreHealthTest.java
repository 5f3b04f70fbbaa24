package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoreHealthTest {
  private static final StoreName CRM = new StoreName("crm");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private final StoreHealth health = new StoreHealth(Duration.ofSeconds(5));

  @Test
  void storeThatFailedIsLeftAloneForAWhile() {
    health.failed(down(), T0);

    assertThat(health.leftAlone(CRM, T0.plusSeconds(4)))
        .hasValueSatisfying(
            why -> assertThat(why.reason()).isEqualTo(UnverifiedReason.UNREACHABLE));
    assertThat(health.leftAlone(CRM, T0.plusSeconds(5))).isEmpty();
  }

  @Test
  void storeThatIsWatchedIsLeftAloneUntilItAnswers() {
    StoreHealth watched = StoreHealth.ofWatched();
    watched.failed(down(), T0);
    assertThat(watched.leftAlone(CRM, T0.plusSeconds(3_600))).isPresent();

    watched.answered(CRM, T0.plusSeconds(3_601));
    assertThat(watched.leftAlone(CRM, T0.plusSeconds(3_601))).isEmpty();
  }

  @Test
  void storeIsSilentOnceItHasFailedForSoLong() {
    health.failed(down(), T0);
    health.failed(down(), T0.plusSeconds(9));
    assertThat(health.silentFor(Duration.ofSeconds(10), CRM)).isFalse();

    health.failed(down(), T0.plusSeconds(10));
    assertThat(health.silentFor(Duration.ofSeconds(10), CRM)).isTrue();
    health.answered(CRM, T0.plusSeconds(11));
    assertThat(health.silentFor(Duration.ofSeconds(10), CRM)).isFalse();
  }

  @Test
  void failureIsKnownSinceItsFirstTime() {
    health.failed(down(), T0);
    health.failed(down(), T0.plusSeconds(10));

    assertThat(health.failure(CRM))
        .hasValueSatisfying(failed -> {
          assertThat(failed.since()).isEqualTo(T0);
          assertThat(failed.last()).isEqualTo(T0.plusSeconds(10));
        });
  }

  @Test
  void answerEndsIt() {
    health.failed(down(), T0);
    health.answered(CRM, T0.plusSeconds(1));

    assertThat(health.failure(CRM)).isEmpty();
    assertThat(health.leftAlone(CRM, T0)).isEmpty();
  }

  @Test
  void storeIsInReachSinceItsFirstAnswerAfterAFailure() {
    health.answered(CRM, T0);
    health.failed(down(), T0.plusSeconds(10));
    health.failed(down(), T0.plusSeconds(35));
    health.answered(CRM, T0.plusSeconds(40));
    health.answered(CRM, T0.plusSeconds(45));

    assertThat(health.inReachSince(CRM, T0.plusSeconds(50))).contains(T0.plusSeconds(40));
  }

  @Test
  void storeThatNeverFailedIsInReachSinceItsFirstAnswer() {
    health.answered(CRM, T0);
    health.answered(CRM, T0.plusSeconds(5));

    assertThat(health.inReachSince(CRM, T0.plusSeconds(50))).contains(T0);
  }

  @Test
  void storeThatFailsIsInReachFromNowAtTheEarliest() {
    health.answered(CRM, T0);
    health.failed(down(), T0.plusSeconds(10));

    assertThat(health.inReachSince(CRM, T0.plusSeconds(50))).contains(T0.plusSeconds(50));
  }

  @Test
  void nothingIsKnownOfAStoreThatWasNeverCalled() {
    assertThat(health.inReachSince(CRM, T0)).isEmpty();
  }

  private static StoreFailure down() {
    return new StoreUnavailable(CRM, "does not answer", new IllegalStateException("down"));
  }
}
