package io.reconciled.demo.services;

/**
 * A change that is about to be made in crm.
 *
 * @param row what crm holds after it
 */
record Change(ChangeKind kind, Row row) {

  static Change propose(ChangeKind kind, Population population) {
    Row row =
        switch (kind) {
          case CREATE -> Row.of(population.newcomer());
          case DELETE -> Row.absent(population.anyone().key());
          case STATUS -> Row.of(population.withOtherStatus(population.anyone()));
          case NUMBER -> Row.of(population.withOtherNumber(population.anyone()));
        };
    return new Change(kind, row);
  }

  long key() {
    return row.key();
  }
}
