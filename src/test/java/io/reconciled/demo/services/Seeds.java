package io.reconciled.demo.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Differences that are there before anybody looks: of each kind alike, in both stores alike. */
final class Seeds {

  private final Population population;
  private final List<ServiceDatabase> stores;

  Seeds(Population population, List<ServiceDatabase> stores) {
    this.population = population;
    this.stores = stores;
  }

  List<Loss> plant(int count, Instant now) {
    Difference[] kinds = Difference.values();
    List<Loss> planted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ServiceDatabase store = stores.get(i / kinds.length % stores.size());
      planted.add(plant(kinds[i % kinds.length], store, now));
    }
    return planted;
  }

  private Loss plant(Difference kind, ServiceDatabase store, Instant now) {
    Subscriber subscriber = kind == Difference.EXTRA ? population.newcomer() : population.anyone();
    population.remove(subscriber.key());
    Row wrong =
        switch (kind) {
          case MISSING -> Row.absent(subscriber.key());
          case EXTRA -> Row.of(subscriber);
          case STATUS_DIFFERS -> Row.of(population.withOtherStatus(subscriber));
          case NUMBER_DIFFERS -> Row.of(population.withOtherNumber(subscriber));
        };
    store
        .put(List.of(wrong))
        .ifPresent(why -> {
          throw new IllegalStateException(
              "Could not seed a difference in " + store.store() + ": " + why);
        });
    return new Loss(kind, subscriber.key(), store.store(), Loss.Cause.SEEDED, now);
  }
}
