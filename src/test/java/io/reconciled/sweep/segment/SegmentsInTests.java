package io.reconciled.sweep.segment;

import io.reconciled.model.EntityName;
import java.util.Optional;

/** Segments for tests that are about something else. */
public final class SegmentsInTests {
  private SegmentsInTests() {}

  /** Of an entity whose changes nobody follows. */
  public static Segments forgotten(EntityName entity) {
    return new Segments(entity, new SegmentsInMemory(), Optional::empty);
  }
}
