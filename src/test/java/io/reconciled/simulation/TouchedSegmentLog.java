package io.reconciled.simulation;

import io.reconciled.model.EntityName;
import io.reconciled.sweep.segment.Segment;
import io.reconciled.sweep.segment.SegmentLog;
import java.util.Collection;
import java.util.List;

/** A log of segments that the daemon may die at, and that fails with the state database. */
record TouchedSegmentLog(SegmentLog log, Boundary boundary) implements SegmentLog {
  @Override
  public List<Segment> of(EntityName entity) {
    return boundary.read(() -> log.of(entity));
  }

  @Override
  public void replace(EntityName entity, Collection<Segment> gone, Collection<Segment> kept) {
    boundary.write(() -> log.replace(entity, gone, kept));
  }
}
