package io.reconciled.demo;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the daemon held at a moment.
 *
 * @param figures by name; bytes, or numbers of things
 */
record Sample(Instant at, Map<String, Long> figures) {

  static final String HEAP = "heap alive";
  static final String RESIDENT = "resident";
  static final String THREADS = "threads";
  static final String FILES = "open files";
  static final String CONNECTIONS = "connections to ";
  static final String RETAINED = "retained log of crm";
  static final String STATE = "state file";
  static final String DUE = "keys due";
  static final String EVENTS = "events";

  Sample {
    figures = new TreeMap<>(figures);
  }

  long of(String figure) {
    return figures.getOrDefault(figure, 0L);
  }
}
