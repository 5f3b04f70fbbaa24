package io.reconciled.demo.services;

import java.time.Instant;
import java.util.Comparator;

/**
 * A change on its way from crm to another service.
 *
 * @param due when it should arrive
 * @param number counts the carries of one outbox
 */
record Carry(Row row, Instant due, long number) {

  static final Comparator<Carry> IN_ORDER =
      Comparator.comparing(Carry::due).thenComparing(Carry::number);
}
