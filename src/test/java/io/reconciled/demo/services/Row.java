package io.reconciled.demo.services;

import java.util.Optional;

/**
 * All that a service should hold for one key. It is a state and not a step, so that carrying it
 * twice does no harm.
 *
 * @param subscriber empty where the service should hold nothing
 */
public record Row(long key, Optional<Subscriber> subscriber) {

  static Row of(Subscriber subscriber) {
    return new Row(subscriber.key(), Optional.of(subscriber));
  }

  static Row absent(long key) {
    return new Row(key, Optional.empty());
  }
}
