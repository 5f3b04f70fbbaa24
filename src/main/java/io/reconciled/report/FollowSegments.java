package io.reconciled.report;

import io.reconciled.model.EntityName;
import io.reconciled.sweep.segment.SegmentNow;
import java.util.List;

/** How old what sweeps have read is. */
public interface FollowSegments {
  /** All segments of an entity that the rules in force name, at least one, in the order of keys. */
  List<SegmentNow> of(EntityName entity);
}
