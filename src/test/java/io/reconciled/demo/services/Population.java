package io.reconciled.demo.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The subscribers that crm has and that may be changed. Who differs on purpose is taken out, and
 * left alone from then on: a later change would mend it, and nobody could say whether it should
 * have been found.
 */
final class Population {

  private static final int NUMBERS = 100_000_000;

  private final RandomGenerator random;
  private final List<Subscriber> subscribers = new ArrayList<>();
  private final Map<Long, Integer> places = new HashMap<>();
  private long lastKey;

  Population(RandomGenerator random) {
    this.random = random;
  }

  /** Somebody new, under a key that was never used; not yet one of the population. */
  Subscriber newcomer() {
    return new Subscriber(++lastKey, number(), status());
  }

  Subscriber anyone() {
    return subscribers.get(random.nextInt(subscribers.size()));
  }

  List<Subscriber> all() {
    return List.copyOf(subscribers);
  }

  void put(Subscriber subscriber) {
    Integer place = places.get(subscriber.key());
    if (place == null) {
      places.put(subscriber.key(), subscribers.size());
      subscribers.add(subscriber);
    } else {
      subscribers.set(place, subscriber);
    }
  }

  /** The last one takes the empty place: picking and removing are quick at any size. */
  void remove(long key) {
    Integer place = places.remove(key);
    if (place != null) {
      Subscriber last = subscribers.removeLast();
      if (last.key() != key) {
        subscribers.set(place, last);
        places.put(last.key(), place);
      }
    }
  }

  int size() {
    return subscribers.size();
  }

  Subscriber withOtherStatus(Subscriber subscriber) {
    Status[] all = Status.values();
    int step = 1 + random.nextInt(all.length - 1);
    return subscriber.with(all[(subscriber.status().ordinal() + step) % all.length]);
  }

  Subscriber withOtherNumber(Subscriber subscriber) {
    String other = number();
    while (other.equals(subscriber.msisdn())) {
      other = number();
    }
    return subscriber.with(other);
  }

  private Status status() {
    return Status.values()[random.nextInt(Status.values().length)];
  }

  private String number() {
    return "+49151%08d".formatted(random.nextInt(NUMBERS));
  }
}
