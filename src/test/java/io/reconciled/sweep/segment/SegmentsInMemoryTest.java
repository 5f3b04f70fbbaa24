package io.reconciled.sweep.segment;

class SegmentsInMemoryTest extends SegmentLogContract {
  @Override
  SegmentLog open() {
    return new SegmentsInMemory();
  }

  @Override
  void close() {}
}
