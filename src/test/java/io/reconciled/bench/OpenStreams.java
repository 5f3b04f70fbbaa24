package io.reconciled.bench;

import io.reconciled.servers.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Streams of some stores' tables. */
final class OpenStreams {
  private final Map<String, Database> databases;
  private final boolean ordered;

  OpenStreams(Map<String, Database> databases, boolean ordered) {
    this.databases = databases;
    this.ordered = ordered;
  }

  /** One of each store; they are closed by whoever reads them. */
  List<NativeStream> of(List<String> stores) throws Exception {
    List<NativeStream> streams = new ArrayList<>();
    for (String store : stores) {
      streams.add(of(store));
    }
    return streams;
  }

  private NativeStream of(String store) throws Exception {
    Database database = databases.get(store);
    return switch (store) {
      case Tables.CRM -> new PostgresStream(database, ordered);
      case Tables.BILLING -> new MariaDbStream(database, ordered);
      case Tables.PROFILES -> new MongoStream(database, ordered);
      default -> throw new IllegalArgumentException("There is no store " + store);
    };
  }
}
