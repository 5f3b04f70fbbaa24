package io.reconciled.demo.services;

/**
 * What all services should agree on.
 *
 * @param key the shared key; positive
 * @param msisdn the telephone number, as {@code +} and digits
 */
public record Subscriber(long key, String msisdn, Status status) {

  Subscriber with(Status other) {
    return new Subscriber(key, msisdn, other);
  }

  Subscriber with(String otherNumber) {
    return new Subscriber(key, otherNumber, status);
  }
}
