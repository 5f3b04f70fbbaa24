package io.reconciled.sweep.segment;

import io.reconciled.model.EntityName;
import java.util.Collection;
import java.util.List;

/**
 * Segments on record, in the state database. All methods throw a {@link
 * io.reconciled.model.ReconciledException} where it fails.
 */
public interface SegmentLog {
  /** In the order of keys, from the open head to the open tail; empty where none is on record. */
  List<Segment> of(EntityName entity);

  /**
   * Forgets segments, and keeps others instead; a segment goes by the key that it begins with.
   * Those that are on record must share bounds when it returns.
   */
  void replace(EntityName entity, Collection<Segment> gone, Collection<Segment> kept);
}
