package io.reconciled.store.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.WriteOutcome;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Compare-and-set of one document: reads it, compares it as it is read anywhere else, then changes
 * it by one command on condition that every field compared still is, to the bit, as it was read.
 */
final class WriteDocument {
  private final MongoConnection connection;
  private final ReadDocuments reading;

  WriteDocument(MongoConnection connection, ReadDocuments reading) {
    this.connection = connection;
    this.reading = reading;
  }

  WriteOutcome write(ConditionalWrite write, MappedCollection collection) {
    String doing = "write " + write.dataset();
    List<RawBsonDocument> found =
        connection.ask(doing, () -> reading.documents(collection, write.key()));
    if (!isExpected(write.expected(), ReadDocuments.image(collection, found))) {
      return refused(collection, write);
    }
    try {
      return change(collection, write, found)
          ? new WriteOutcome.Applied()
          : refused(collection, write);
    } catch (MongoSocketException | MongoTimeoutException e) {
      return new WriteOutcome.Unknown(connection.failure(doing, e).unread().detail());
    } catch (MongoException e) {
      throw connection.failure(doing, e);
    }
  }

  private WriteOutcome refused(MappedCollection collection, ConditionalWrite write) {
    return connection.ask(
        "read " + write.dataset(),
        () ->
            new WriteOutcome.Refused(
                ReadDocuments.image(collection, reading.documents(collection, write.key()))));
  }

  private static boolean isExpected(Image expected, Image actual) {
    return switch (expected) {
      case Image.Absent absent -> actual instanceof Image.Absent;
      case Image.Present(Map<String, Value> values) ->
          actual instanceof Image.Present(Map<String, Value> found)
              && found.keySet().containsAll(values.keySet())
              && values.entrySet().stream()
                  .allMatch(attribute ->
                      Value.isMapped(attribute.getValue())
                          && attribute.getValue().equals(found.get(attribute.getKey())));
      case Image.Several several -> false;
      case Image.Duplicate duplicate -> false;
    };
  }

  private boolean change(
      MappedCollection collection, ConditionalWrite write, List<RawBsonDocument> found) {
    MongoCollection<RawBsonDocument> target = connection.collection(write.dataset());
    return switch (write.change()) {
      case Change.Set(Map<String, Value> values) ->
          !found.isEmpty()
              && target
                      .updateOne(
                          unchanged(collection, write, found.getFirst()),
                          update("$set", collection, values),
                          new UpdateOptions().collation(ReadDocuments.BINARY))
                      .getMatchedCount()
                  == 1;
      case Change.Insert(Map<String, Value> values) ->
          found.isEmpty() && insert(target, collection, write.key(), values);
      case Change.Delete() ->
          !found.isEmpty()
              && target
                      .deleteOne(
                          unchanged(collection, write, found.getFirst()),
                          new DeleteOptions().collation(ReadDocuments.BINARY))
                      .getDeletedCount()
                  == 1;
    };
  }

  /** Adds the document by one command that finds one that came in between, and leaves it. */
  private static boolean insert(
      MongoCollection<RawBsonDocument> target,
      MappedCollection collection,
      SharedKey key,
      Map<String, Value> values) {
    try {
      return target
              .updateOne(
                  new KeyFilters(collection).is(new KeyAsWritten(target, collection).of(key)),
                  update("$setOnInsert", collection, values),
                  new UpdateOptions().upsert(true).collation(ReadDocuments.BINARY))
              .getMatchedCount()
          == 0;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private static BsonDocument update(
      String operator, MappedCollection collection, Map<String, Value> values) {
    BsonDocument fields = new BsonDocument();
    values.forEach((attribute, value) ->
        fields.put(collection.path(attribute).dotted(), BsonValues.encode(value)));
    return new BsonDocument(operator, fields);
  }

  private static Bson unchanged(
      MappedCollection collection, ConditionalWrite write, RawBsonDocument document) {
    List<FieldPath> compared =
        write.expected() instanceof Image.Present(Map<String, Value> values)
            ? values.keySet().stream().map(collection::path).toList()
            : List.of();
    return Filters.and(
        collection.taken(), new UnchangedDocument(document, collection.key(), compared).filter());
  }
}
