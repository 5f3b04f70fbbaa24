package io.reconciled.store.mongodb;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.DecoderContext;

/**
 * A document within a document, read field by field: as a map the driver would show only the last
 * of two fields of one name.
 */
final class ReadDocument {
  private static final BsonValueCodec SCALARS = new BsonValueCodec();
  private static final DecoderContext PLAIN = DecoderContext.builder().build();

  private final BsonReader reader;

  private ReadDocument(BsonReader reader) {
    this.reader = reader;
  }

  static Value value(BsonDocument stored) {
    try (BsonReader reader = reader(stored)) {
      return new ReadDocument(reader).document();
    }
  }

  /** A raw document's own reader goes by its map. */
  private static BsonReader reader(BsonDocument stored) {
    return stored instanceof RawBsonDocument raw
        ? new BsonBinaryReader(raw.getByteBuffer().asNIO())
        : stored.asBsonReader();
  }

  private Value document() {
    SortedMap<String, Value> fields = new TreeMap<>();
    boolean anyTwice = false;
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      String name = reader.readName();
      anyTwice |= fields.put(name, current()) != null;
    }
    reader.readEndDocument();
    return anyTwice
        ? new Value.Unmapped("document with a duplicate field")
        : new Value.Document(fields);
  }

  private Value array() {
    List<Value> elements = new ArrayList<>();
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      elements.add(current());
    }
    reader.readEndArray();
    return new Value.Array(elements);
  }

  private Value current() {
    return switch (reader.getCurrentBsonType()) {
      case DOCUMENT -> document();
      case ARRAY -> array();
      default -> BsonValues.decode(SCALARS.decode(reader, PLAIN));
    };
  }
}
