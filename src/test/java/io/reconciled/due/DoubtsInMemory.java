package io.reconciled.due;

import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Doubts for tests of other stages; they survive what a test calls a crash. */
public final class DoubtsInMemory implements Doubts {
  private final Map<Named, Doubt> open = new HashMap<>();

  private record Named(EntityName entity, StoreName store, Doubt.Cause cause) {
    static Named of(Doubt doubt) {
      return new Named(doubt.entity(), doubt.store(), doubt.cause());
    }
  }

  @Override
  public synchronized void raise(Collection<Doubt> doubts) {
    doubts.forEach(doubt ->
        open.merge(
            Named.of(doubt),
            doubt,
            (known, again) ->
                new Doubt(
                    known.entity(),
                    known.store(),
                    known.cause(),
                    known.since(),
                    again.raised(),
                    again.why())));
  }

  @Override
  public synchronized List<Doubt> open() {
    return open.values().stream()
        .sorted(
            Comparator.comparing(Doubt::since)
                .thenComparing(doubt -> doubt.entity().value())
                .thenComparing(doubt -> doubt.store().value())
                .thenComparing(doubt -> doubt.cause().name()))
        .toList();
  }

  @Override
  public synchronized void followed(StoreName store, Instant at) {
    open.replaceAll((named, doubt) ->
        doubt.store().equals(store) && doubt.followed().isEmpty() ? followed(doubt, at) : doubt);
  }

  private static Doubt followed(Doubt doubt, Instant at) {
    return new Doubt(
        doubt.entity(),
        doubt.store(),
        doubt.cause(),
        doubt.since(),
        doubt.raised(),
        Optional.of(at),
        doubt.why());
  }

  @Override
  public synchronized void settle(EntityName entity, Instant began) {
    open.values()
        .removeIf(doubt ->
            doubt.entity().equals(entity)
                && doubt.raised().isBefore(began)
                && doubt.followed().filter(at -> at.isBefore(began)).isPresent());
  }
}
