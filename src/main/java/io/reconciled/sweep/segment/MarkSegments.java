package io.reconciled.sweep.segment;

import io.reconciled.due.WatchMoves;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import java.time.Instant;
import java.util.Map;

/** Marks the segments in which capture sees keys move. */
public final class MarkSegments implements WatchMoves {
  private final Map<EntityName, Segments> segments;

  /**
   * @param segments of every entity that the rules name
   */
  public MarkSegments(Map<EntityName, Segments> segments) {
    this.segments = Map.copyOf(segments);
  }

  @Override
  public void moved(EntityKey key, Instant at) {
    of(key.entity()).moved(key.key(), at);
  }

  @Override
  public void missed(EntityName entity, Instant at) {
    of(entity).missed(at);
  }

  /** The segments of an entity that the rules name. */
  public Segments of(EntityName entity) {
    Segments found = segments.get(entity);
    if (found == null) {
      throw new IllegalArgumentException("no rules name the entity " + entity);
    }
    return found;
  }
}
