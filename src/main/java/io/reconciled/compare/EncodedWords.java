package io.reconciled.compare;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ValueBytes;
import java.util.Map;

/** A value map in bytes. It has a few words; so they are tried one after the other. */
final class EncodedWords {
  private final byte[][] stored;
  private final byte[][] meant;

  EncodedWords(Map<Value, Value> words) {
    this.stored = new byte[words.size()][];
    this.meant = new byte[words.size()][];
    int i = 0;
    for (Map.Entry<Value, Value> word : words.entrySet()) {
      stored[i] = ValueBytes.of(word.getKey());
      meant[i] = ValueBytes.of(word.getValue());
      i++;
    }
  }

  /** Has the slice stand at what the stored value means. */
  void replace(Slice slice) {
    for (int i = 0; i < stored.length; i++) {
      if (slice.isEqualTo(stored[i], 0, stored[i].length)) {
        slice.set(meant[i], 0, meant[i].length);
        return;
      }
    }
  }
}
