package io.reconciled.store.types;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.store.ColumnKinds;
import io.reconciled.store.StoreKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Writes samples by a store's own client, all into one row, and reads them by our store. */
record StoreSamples(StoreKind kind, Database database, List<Sample> samples) {
  private static final String CONTAINER = "samples";

  /**
   * @param before statements for the session that writes
   */
  void writeBySql(String... before) throws SQLException {
    StringBuilder columns = new StringBuilder("_id bigint PRIMARY KEY");
    for (int i = 0; i < samples.size(); i++) {
      columns.append(", ").append(field(i)).append(' ').append(samples.get(i).type());
    }
    List<String> literals = samples.stream().map(Sample::literal).toList();
    List<String> statements = new ArrayList<>(List.of(before));
    statements.add("CREATE TABLE %s (%s)".formatted(CONTAINER, columns));
    statements.add(
        "INSERT INTO %s VALUES (1, %s)".formatted(CONTAINER, String.join(", ", literals)));
    database.execute(statements.toArray(String[]::new));
  }

  void writeByMongoDriver() {
    BsonDocument document = new BsonDocument("_id", new BsonInt32(1));
    for (int i = 0; i < samples.size(); i++) {
      String literal = samples.get(i).literal();
      if (!literal.equals(MongoSamples.ABSENT)) {
        document.put(field(i), BsonDocument.parse("{\"v\": " + literal + "}").get("v"));
      }
    }
    try (MongoClient client = MongoClients.create(database.url())) {
      client
          .getDatabase(database.name())
          .getCollection(CONTAINER, BsonDocument.class)
          .insertOne(document);
    }
  }

  /**
   * @param options of the driver
   */
  List<ReadSample> read(Map<String, String> options) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      attributes.put(field(i), field(i));
    }
    Map<String, Value> found =
        ColumnKinds.read(kind, database, options, CONTAINER, "_id", attributes);
    List<ReadSample> read = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      read.add(new ReadSample(samples.get(i), Optional.ofNullable(found.get(field(i)))));
    }
    return read;
  }

  private static String field(int sample) {
    return "c" + sample;
  }
}
