package io.reconciled.store.mongodb;

import io.reconciled.model.KeyShape;
import io.reconciled.model.StoredKey;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.KeyParts;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.model.encoded.ValueBytes;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** Encodes the mapped paths of documents, by one pass over the bytes of each. */
final class DocumentEncoder {
  private final KeyShape shape;
  private final int keys;
  private final List<FieldPath> paths;
  private final FindPaths find;
  private final KeyParts key;

  DocumentEncoder(MappedCollection collection) {
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
      int from = key.sink().size();
      put(document, slot, key.sink());
      if (key.sink().size() == from) {
        ValueBytes.putNull(key.sink());
      }
      key.endPart();
    }
    return key.put(sink);
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
