package io.reconciled.simulation;

import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the stores really answered last. */
final class Reads {
  private final History history;
  private final InstantSource clock;
  private final Map<StoreName, Map<SharedKey, Answer>> last = new HashMap<>();

  /**
   * @param asked the latest change when it was asked for
   * @param at when it was answered
   */
  record Answer(Image image, long asked, Instant at) {}

  Reads(History history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  /** The latest change at this moment. */
  long asked() {
    return history.now();
  }

  void read(StoreName store, Map<SharedKey, Image> images, long asked) {
    Map<SharedKey, Answer> ofStore = last.computeIfAbsent(store, first -> new HashMap<>());
    images.forEach((key, image) -> ofStore.put(key, new Answer(image, asked, clock.instant())));
  }

  Optional<Answer> last(StoreName store, SharedKey key) {
    return Optional.ofNullable(last.getOrDefault(store, Map.of()).get(key));
  }
}
