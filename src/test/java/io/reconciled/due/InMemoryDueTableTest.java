package io.reconciled.due;

class InMemoryDueTableTest extends DueTableContract {
  @Override
  DueTable table() {
    return new InMemoryDueTable();
  }
}
