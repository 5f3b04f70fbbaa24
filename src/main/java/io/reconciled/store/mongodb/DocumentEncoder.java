package io.reconciled.store.mongodb;

import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.KeyParts;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.model.encoded.ValueBytes;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** Encodes the mapped paths of documents, by one pass over the bytes of each. */
final class DocumentEncoder {
  private static final Value OUT_OF_ORDER =
      new Value.Unmapped("text, which has no place in the order of keys");

  private final KeyShape shape;
  private final int keys;
  private final List<FieldPath> paths;
  private final FindPaths find;
  private final KeyParts key;
  private final boolean inOrder;

  /**
   * @param inOrder whether rows have to come in the order of shared keys, which a text that stands
   *     for a number or a UUID does not: it counts as none
   */
  DocumentEncoder(MappedCollection collection, boolean inOrder) {
    this.inOrder = inOrder;
    this.shape = collection.dataset().keyShape();
    this.paths = new ArrayList<>(collection.key());
    this.keys = paths.size();
    collection.dataset().sortedAttributes().forEach(name -> paths.add(collection.path(name)));
    this.find = new FindPaths(paths);
    this.key = new KeyParts(shape);
  }

  void write(byte[] document, RowWriter writer) {
    find.in(document);
    if (!putKey(document, writer.sink())) {
      writer.keyless(StoredKey.whyNone(shape, key.values()));
      return;
    }
    writer.endSlice();
    for (int slot = keys; slot < paths.size(); slot++) {
      put(document, slot, writer.sink());
      writer.endSlice();
    }
    writer.endRow();
  }

  private boolean putKey(byte[] document, ByteSink sink) {
    key.clear();
    for (int slot = 0; slot < keys; slot++) {
      if (isPlain(document, slot)) {
        put(document, slot, key.sink());
      } else {
        ValueBytes.put(keyValue(document, slot), key.sink());
      }
      key.endPart();
    }
    return key.put(sink);
  }

  /** Whether what is there is read as a key's part just as any value is. */
  private boolean isPlain(byte[] document, int slot) {
    return switch (find.type(slot)) {
      case FindPaths.ABSENT, BsonBytes.OBJECT_ID -> false;
      case BsonBytes.BINARY -> BsonWriters.isUuid(document, find.start(slot));
      case BsonBytes.STRING -> !inOrder || shape.parts().get(slot) == KeyType.TEXT;
      default -> true;
    };
  }

  private Value keyValue(byte[] document, int slot) {
    Value stored =
        paths
            .get(slot)
            .in(new RawBsonDocument(document))
            .map(MappedCollection::keyValue)
            .orElse(Value.NULL);
    boolean text = stored instanceof Value.Text && shape.parts().get(slot) != KeyType.TEXT;
    return text && inOrder ? OUT_OF_ORDER : stored;
  }

  /** Nothing where the field is absent. */
  private void put(byte[] document, int slot, ByteSink sink) {
    FieldPath path = paths.get(slot);
    byte type = find.type(slot);
    if (type == FindPaths.ABSENT && !path.mayEnterArrays()) {
      return;
    }
    if (!BsonWriters.put(type, document, find.start(slot), sink)) {
      path.in(new RawBsonDocument(document))
          .ifPresent(stored -> ValueBytes.put(MappedCollection.value(path, stored), sink));
    }
  }
}
