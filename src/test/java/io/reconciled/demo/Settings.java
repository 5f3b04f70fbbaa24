package io.reconciled.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the demonstration runs.
 *
 * @param run how long services change things; empty until somebody ends it
 * @param losses whether changes get lost on purpose
 * @param seeds differences that are there at the start
 * @param rate changes in crm per second
 * @param kills how often the daemon is killed on the way
 * @param outage a database that is stopped on the way
 * @param keys subscribers at the start
 * @param stateInPostgres whether the daemon keeps its state in PostgreSQL, or else in a file
 * @param port of the page; empty for any
 * @param seed makes two runs make the same changes
 * @param soak how often the daemon is looked at, to see whether it grows
 */
record Settings(
    Optional<Duration> run,
    boolean losses,
    int seeds,
    int rate,
    int kills,
    Optional<Outage> outage,
    int keys,
    boolean stateInPostgres,
    OptionalInt port,
    long seed,
    Optional<Duration> soak) {

  /** A store's database is away for so long. */
  record Outage(String store, Duration length) {}
}
