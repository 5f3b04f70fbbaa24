package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Entity;
import io.reconciled.store.Digest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks stores for bounds within a piece, and for digests. */
final class DigestPiece {
  private final Entity entity;
  private final SweepReading reading;
  private final List<String> attributes;

  DigestPiece(Entity entity, SweepReading reading, List<String> attributes) {
    this.entity = entity;
    this.reading = reading;
    this.attributes = List.copyOf(attributes);
  }

  /** The key before which no dataset has more rows; empty where that is the end of the piece. */
  Optional<SharedKey> bound(Piece piece, long rows) {
    return bound(piece, entity.datasets(), rows);
  }

  /** The same for some of its datasets. */
  Optional<SharedKey> bound(Piece piece, Collection<Dataset> datasets, long rows) {
    KeyRange range = piece.range();
    return ask(datasets)
        .ask(dataset ->
            reading
                .stores()
                .of(dataset.store())
                .boundary(dataset, range.from(), Math.toIntExact(rows)))
        .values()
        .stream()
        .flatMap(Optional::stream)
        .filter(bound -> range.to().map(to -> bound.compareTo(to) < 0).orElse(true))
        .min(SharedKey::compareTo);
  }

  /** What each dataset has in a range. */
  Map<Dataset, Digest> of(KeyRange range) {
    return ask(entity.datasets())
        .ask(dataset -> reading.stores().of(dataset.store()).digest(dataset, range, attributes));
  }

  private AskAll ask(Collection<Dataset> datasets) {
    return new AskAll(List.copyOf(datasets), reading.readers());
  }
}
