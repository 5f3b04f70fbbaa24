package io.reconciled.model.encoded;

import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the {@link KeyBytes} of a row out of the {@link ValueBytes} of its key's parts, so that a
 * store has one way to encode a column, be it a key or not, and makes no object for either.
 */
public final class KeyParts {
  private final KeyShape shape;
  private final List<KeyType> types;
  private final ByteSink values = new ByteSink(64);
  private final int[] ends;
  private int parts;

  public KeyParts(KeyShape shape) {
    this.shape = shape;
    this.types = shape.parts();
    this.ends = new int[types.size()];
  }

  /** Where the value of the next part goes. */
  public ByteSink sink() {
    return values;
  }

  /** The value of a part is written. */
  public void endPart() {
    ends[parts++] = values.size();
  }

  /** Another row begins. */
  public void clear() {
    values.truncate(0);
    parts = 0;
  }

  /**
   * Puts the key that the values make.
   *
   * @return false, and nothing is put, where one of them cannot be such a part
   */
  public boolean put(ByteSink key) {
    for (int i = 0; i < parts; i++) {
      if (values.bytes()[from(i)] != KeyBytes.tagOf(types.get(i))) {
        return putInOtherForm(key);
      }
    }
    for (int i = 0; i < parts; i++) {
      putPart(i, key);
    }
    return true;
  }

  private boolean putInOtherForm(ByteSink key) {
    Optional<SharedKey> found = StoredKey.keyOf(shape, values());
    found.ifPresent(stored -> KeyBytes.put(stored, key));
    return found.isPresent();
  }

  private void putPart(int i, ByteSink key) {
    byte[] bytes = values.bytes();
    int from = from(i) + 1;
    switch (types.get(i)) {
      case INTEGER -> KeyBytes.putInteger(Numbers.longAt(bytes, from), key);
      case UUID -> key.put(bytes, from, ends[i]);
      case TEXT -> {
        if (types.size() == 1) {
          key.put(bytes, from, ends[i]);
        } else {
          KeyBytes.putTextPart(bytes, from, ends[i], key);
        }
      }
    }
  }

  /** What the parts hold, to tell why they make no key. */
  public List<Value> values() {
    List<Value> found = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      found.add(ValueBytes.decode(values.bytes(), from(i), ends[i]));
    }
    return found;
  }

  private int from(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }
}
