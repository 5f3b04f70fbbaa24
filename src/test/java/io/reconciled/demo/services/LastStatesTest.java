package io.reconciled.demo.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastStatesTest {

  private static final Subscriber ONE = new Subscriber(1, "+491510000001", Status.ACTIVE);

  @Test
  void theLastStateOfAKeyWins() {
    Subscriber later = ONE.with(Status.SUSPENDED);
    assertThat(LastStates.of(List.of(Row.of(ONE), Row.absent(1), Row.of(later))))
        .isEqualTo(new LastStates(List.of(later), List.of()));
    assertThat(LastStates.of(List.of(Row.of(ONE), Row.absent(1))))
        .isEqualTo(new LastStates(List.of(), List.of(1L)));
  }
}
