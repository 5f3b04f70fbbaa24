package io.reconciled.store.sql.copy;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Types that are read from their text. */
public final class ParsedField implements CopiedField {
  private final Function<String, Value> canonical;

  public ParsedField(Function<String, Value> canonical) {
    this.canonical = canonical;
  }

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    ValueBytes.put(value(bytes, from, length), sink);
  }

  @Override
  public Value value(byte[] bytes, int from, int length) {
    return canonical.apply(new String(bytes, from, length, StandardCharsets.UTF_8));
  }
}
