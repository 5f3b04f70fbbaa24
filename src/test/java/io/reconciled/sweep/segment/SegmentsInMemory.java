package io.reconciled.sweep.segment;

import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log of segments that lasts as long as a test; under the same contract as the others. */
public final class SegmentsInMemory implements SegmentLog {
  private final Map<EntityName, Map<Optional<SharedKey>, Segment>> all = new HashMap<>();

  @Override
  public List<Segment> of(EntityName entity) {
    List<Segment> sorted =
        all.getOrDefault(entity, Map.of()).values().stream()
            .sorted(
                Comparator.comparing(
                    segment -> segment.range().from(), SegmentsInMemory::compareStarts))
            .toList();
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Optional<SharedKey> to =
          i + 1 < sorted.size() ? sorted.get(i + 1).range().from() : Optional.empty();
      Segment kept = sorted.get(i);
      segments.add(
          new Segment(
              new KeyRange(kept.range().from(), to), kept.keys(), kept.read(), Optional.empty()));
    }
    return segments;
  }

  private static int compareStarts(Optional<SharedKey> one, Optional<SharedKey> other) {
    return one.isEmpty() || other.isEmpty()
        ? Boolean.compare(one.isPresent(), other.isPresent())
        : one.get().compareTo(other.get());
  }

  @Override
  public void replace(EntityName entity, Collection<Segment> gone, Collection<Segment> kept) {
    Map<Optional<SharedKey>, Segment> byStart = all.computeIfAbsent(entity, any -> new HashMap<>());
    gone.forEach(segment -> byStart.remove(segment.range().from()));
    kept.forEach(segment -> byStart.put(segment.range().from(), segment));
  }
}
