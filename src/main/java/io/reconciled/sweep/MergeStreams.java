package io.reconciled.sweep;

import io.reconciled.model.AcrossShards;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.SharedKey;
import io.reconciled.model.encoded.RowBlock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges streams that are each in key order, k ways, in one pass. A key that a stream passes over
 * is absent there: the stream has shown a larger key, or has ended without failing or being cut.
 */
final class MergeStreams {
  private static final int NONE = -1;
  private final KeyStream[] streams;
  private final boolean[] atKey;
  private final RowBlock[] blocks;
  private final int[] rows;
  private final int[] counts;
  private int leader = NONE;
  private boolean begun;
  private RowBlock shownIn = KeyStream.NOTHING;
  private int shownRow;
  private boolean tooShort;

  MergeStreams(List<KeyStream> streams) {
    this.streams = streams.toArray(KeyStream[]::new);
    this.atKey = new boolean[this.streams.length];
    this.blocks = new RowBlock[this.streams.length];
    this.rows = new int[this.streams.length];
    this.counts = new int[this.streams.length];
  }

  /**
   * Moves to the smallest key that was not shown yet.
   *
   * @return false at the end, or where {@link #bound} is
   * @throws BrokenStream where a stream cannot show what follows
   */
  boolean next() {
    if (leader != NONE) {
      shownIn = streams[leader].block();
      shownRow = streams[leader].row();
    }
    for (int i = 0; i < streams.length; i++) {
      counts[i] = begun && atKey[i] ? streams[i].rowsOfKey() : 0;
    }
    for (int i = 0; i < streams.length; i++) {
      if (!begun || atKey[i]) {
        streams[i].advance();
      }
    }
    for (int i = 0; i < streams.length; i++) {
      streams[i].shown(counts[i]);
    }
    if (!begun) {
      begun = true;
      tooShort = Arrays.stream(streams).anyMatch(KeyStream::isCutBare);
    }
    findSmallest();
    return leader != NONE && !isCut() && !tooShort;
  }

  /** Whether some stream has not shown a single key, and may have some: nothing can be told. */
  boolean isTooShort() {
    return tooShort;
  }

  private void findSmallest() {
    leader = NONE;
    for (int i = 0; i < streams.length; i++) {
      atKey[i] = false;
      if (streams[i].hasKey()) {
        int order = leader == NONE ? -1 : streams[i].compareKey(streams[leader]);
        if (order < 0) {
          leave(i);
          leader = i;
        }
        atKey[i] = order <= 0;
      }
    }
  }

  /** The streams before this one stand at a larger key. */
  private void leave(int smallest) {
    for (int before = 0; before < smallest; before++) {
      atKey[before] = false;
    }
  }

  private boolean isCut() {
    for (int i = 0; i < streams.length; i++) {
      if (atKey[i] && streams[i].isCut()) {
        return true;
      }
    }
    return false;
  }

  /** Where a stream was cut: neither this key nor what follows it can be told of. */
  Optional<SharedKey> bound() {
    return leader != NONE && isCut() ? Optional.of(key()) : Optional.empty();
  }

  /** The key that was moved to. */
  SharedKey key() {
    return streams[leader].key();
  }

  /** The key that was moved to before the last call of {@link #next}; empty where none was. */
  Optional<SharedKey> shown() {
    return shownIn.rows() == 0
        ? Optional.empty()
        : Optional.of(streams[0].keyOf(shownIn, shownRow));
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

  /** For each stream, the block with the row of the key; where {@link #isOneEach}. */
  RowBlock[] blocks() {
    for (int i = 0; i < streams.length; i++) {
      blocks[i] = streams[i].block();
    }
    return blocks;
  }

  /** For each stream, the row of the key within {@link #blocks}. */
  int[] rows() {
    for (int i = 0; i < streams.length; i++) {
      rows[i] = streams[i].row();
    }
    return rows;
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
