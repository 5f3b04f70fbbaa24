package io.reconciled.sweep;

import io.reconciled.model.AcrossShards;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.SharedKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Merges streams that are each in key order, k ways, in one pass. A key that a stream passes over
 * is absent there: the stream has shown a larger key, or has ended without failing.
 */
final class MergeStreams {
  private final List<KeyStream> streams;

  MergeStreams(List<KeyStream> streams) {
    this.streams = List.copyOf(streams);
  }

  /**
   * @param each is given every key once, in order, with an image from every stream
   */
  void forEach(BiConsumer<SharedKey, Map<DatasetName, Reading>> each) {
    for (Optional<SharedKey> key = smallest(); key.isPresent(); key = smallest()) {
      each.accept(key.get(), imagesOf(key.get()));
    }
  }

  private Optional<SharedKey> smallest() {
    Optional<SharedKey> smallest = Optional.empty();
    for (KeyStream stream : streams) {
      if (stream.key().isPresent()
          && (smallest.isEmpty() || stream.key().get().compareTo(smallest.get()) < 0)) {
        smallest = stream.key();
      }
    }
    return smallest;
  }

  private Map<DatasetName, Reading> imagesOf(SharedKey key) {
    Map<DatasetName, Reading> images = new HashMap<>();
    for (KeyStream stream : streams) {
      if (stream.key().isPresent() && stream.key().get().equals(key)) {
        images.merge(stream.dataset(), stream.image(), AcrossShards::together);
        stream.advance();
      } else {
        images.putIfAbsent(stream.dataset(), Image.ABSENT);
      }
    }
    return images;
  }
}
