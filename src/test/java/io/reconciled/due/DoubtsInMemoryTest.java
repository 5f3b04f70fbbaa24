package io.reconciled.due;

class DoubtsInMemoryTest extends DoubtsContract {
  private final Doubts doubts = new DoubtsInMemory();

  @Override
  Doubts doubts() {
    return doubts;
  }
}
