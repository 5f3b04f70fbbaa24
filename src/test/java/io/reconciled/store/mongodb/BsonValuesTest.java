package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

class BsonValuesTest {
  private static final Value DUPLICATE = new Value.Unmapped("document with a duplicate field");

  @Test
  void documentWithTwoFieldsOfOneNameIsUnmappedWhereverItIs() {
    RawBsonDocument twice = twice();
    assertThat(BsonValues.decode(twice)).isEqualTo(DUPLICATE);

    RawBsonDocument raw = inList(twice);
    Value list = new Value.Array(List.of(DUPLICATE));
    assertThat(BsonValues.decode(raw))
        .isEqualTo(new Value.Document(new TreeMap<>(Map.of("list", list))));
    assertThat(BsonValues.decode(raw.get("list"))).isEqualTo(list);
  }

  /** What a client may send, and the server keeps. */
  private static RawBsonDocument twice() {
    BasicOutputBuffer buffer = new BasicOutputBuffer();
    try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
      writer.writeStartDocument();
      writer.writeInt32("a", 1);
      writer.writeInt32("a", 2);
      writer.writeEndDocument();
    }
    return new RawBsonDocument(buffer.toByteArray());
  }

  private static RawBsonDocument inList(RawBsonDocument element) {
    BasicOutputBuffer buffer = new BasicOutputBuffer();
    try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
      writer.writeStartDocument();
      writer.writeStartArray("list");
      writer.pipe(new BsonBinaryReader(element.getByteBuffer().asNIO()));
      writer.writeEndArray();
      writer.writeEndDocument();
    }
    return new RawBsonDocument(buffer.toByteArray());
  }
}
