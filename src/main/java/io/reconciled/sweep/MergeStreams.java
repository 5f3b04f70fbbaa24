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

/**
 * Merges streams that are each in key order, k ways, in one pass. A key that a stream passes over
 * is absent there: the stream has shown a larger key, or has ended without failing or being cut.
 */
final class MergeStreams {
  private final KeyStream[] streams;
  private final boolean[] atKey;
  private int leader = -1;
  private boolean begun;

  MergeStreams(List<KeyStream> streams) {
    this.streams = streams.toArray(KeyStream[]::new);
    this.atKey = new boolean[this.streams.length];
  }

  /**
   * Moves to the smallest key that was not shown yet.
   *
   * @return false at the end, or where {@link #bound} is
   */
  boolean next() {
    for (int i = 0; i < streams.length; i++) {
      if (!begun || atKey[i]) {
        streams[i].advance();
      }
    }
    begun = true;
    findSmallest();
    return leader >= 0 && bound().isEmpty();
  }

  private void findSmallest() {
    leader = -1;
    for (int i = 0; i < streams.length; i++) {
      atKey[i] = false;
      if (streams[i].hasKey()) {
        int order = leader < 0 ? -1 : streams[i].compareKey(streams[leader]);
        if (order < 0) {
          for (int before = 0; before < i; before++) {
            atKey[before] = false;
          }
          leader = i;
        }
        atKey[i] = order <= 0;
      }
    }
  }

  /** Where a stream was cut: neither this key nor what follows it can be told of. */
  Optional<SharedKey> bound() {
    for (int i = 0; i < streams.length; i++) {
      if (atKey[i] && streams[i].isCut()) {
        return Optional.of(streams[i].key());
      }
    }
    return Optional.empty();
  }

  /** The key that was moved to. */
  SharedKey key() {
    return streams[leader].key();
  }

  /** Whether every stream has exactly one row of the key. */
  boolean isOneEach() {
    for (int i = 0; i < streams.length; i++) {
      if (!atKey[i] || !streams[i].isSingle()) {
        return false;
      }
    }
    return true;
  }

  /** An image of the key from every dataset. */
  Map<DatasetName, Reading> images() {
    Map<DatasetName, Reading> images = new HashMap<>();
    for (int i = 0; i < streams.length; i++) {
      if (atKey[i]) {
        images.merge(streams[i].dataset(), streams[i].image(), AcrossShards::together);
      } else {
        images.putIfAbsent(streams[i].dataset(), Image.ABSENT);
      }
    }
    return images;
  }
}
