package io.reconciled.model.encoded;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values within values: each part after its length. */
final class NestedBytes {
  private NestedBytes() {}

  static void put(Value.Document document, ByteSink sink) {
    sink.put(ValueTag.DOCUMENT);
    document
        .fields()
        .forEach((name, value) -> {
          putPart(Utf8.encode(name), sink);
          putPart(ValueBytes.of(value), sink);
        });
  }

  static void put(Value.Array array, ByteSink sink) {
    sink.put(ValueTag.ARRAY);
    array.elements().forEach(element -> putPart(ValueBytes.of(element), sink));
  }

  static void put(Value.Labels labels, ByteSink sink) {
    sink.put(ValueTag.LABELS);
    labels.labels().forEach(label -> putPart(Utf8.encode(label), sink));
  }

  private static void putPart(byte[] part, ByteSink sink) {
    sink.putInt(part.length);
    sink.put(part);
  }

  /** What follows the tag. */
  static Value document(byte[] bytes, int from, int to) {
    SortedMap<String, Value> fields = new TreeMap<>();
    int at = from;
    while (at < to) {
      int name = at + Integer.BYTES;
      int value = name + Numbers.intAt(bytes, at) + Integer.BYTES;
      int end = value + Numbers.intAt(bytes, value - Integer.BYTES);
      fields.put(
          Utf8.decode(bytes, name, value - Integer.BYTES), ValueBytes.decode(bytes, value, end));
      at = end;
    }
    return new Value.Document(fields);
  }

  /** What follows the tag. */
  static Value array(byte[] bytes, int from, int to) {
    List<Value> elements = new ArrayList<>();
    for (int at = from; at < to; at = endOfPart(bytes, at)) {
      elements.add(ValueBytes.decode(bytes, at + Integer.BYTES, endOfPart(bytes, at)));
    }
    return new Value.Array(elements);
  }

  /** What follows the tag. */
  static Value labels(byte[] bytes, int from, int to) {
    TreeSet<String> labels = new TreeSet<>();
    for (int at = from; at < to; at = endOfPart(bytes, at)) {
      labels.add(Utf8.decode(bytes, at + Integer.BYTES, endOfPart(bytes, at)));
    }
    return new Value.Labels(labels);
  }

  private static int endOfPart(byte[] bytes, int at) {
    return at + Integer.BYTES + Numbers.intAt(bytes, at);
  }
}
