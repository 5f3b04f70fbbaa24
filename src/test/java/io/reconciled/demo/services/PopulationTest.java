package io.reconciled.demo.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopulationTest {

  private static final int ENOUGH = 1_000;

  private final Population population = new Population(new Random(1));

  @Test
  void neverPicksWhoWasTakenOut() {
    Subscriber first = added();
    Subscriber second = added();
    Subscriber third = added();
    population.remove(first.key());
    population.remove(first.key());
    assertThat(picked()).containsExactlyInAnyOrder(second, third);
    population.remove(third.key());
    assertThat(picked()).containsExactly(second);
  }

  @Test
  void picksSomebodyAsLastChanged() {
    Subscriber changed = population.withOtherStatus(added());
    population.put(changed);
    assertThat(picked()).containsExactly(changed);
  }

  @Test
  void anotherStatusAndAnotherNumberAreOthers() {
    for (int i = 0; i < ENOUGH; i++) {
      Subscriber subscriber = population.newcomer();
      assertThat(population.withOtherStatus(subscriber).status()).isNotEqualTo(subscriber.status());
      assertThat(population.withOtherNumber(subscriber).msisdn()).isNotEqualTo(subscriber.msisdn());
    }
  }

  private Subscriber added() {
    Subscriber subscriber = population.newcomer();
    population.put(subscriber);
    return subscriber;
  }

  private Set<Subscriber> picked() {
    Set<Subscriber> picked = new HashSet<>();
    for (int i = 0; i < ENOUGH; i++) {
      picked.add(population.anyone());
    }
    return picked;
  }
}
