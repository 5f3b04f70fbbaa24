package io.reconciled.bench;

import static io.reconciled.bench.Subscribers.CENTS;
import static io.reconciled.bench.Subscribers.FIRST_MSISDN;
import static io.reconciled.bench.Subscribers.FIRST_UPDATE;
import static io.reconciled.bench.Subscribers.TARIFFS;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import org.bson.Document;

/** Loads the same subscribers into three stores at once, each in its own quickest way. */
final class LoadTables {
  private static final int BATCH = 20_000;
  private static final Executor THREADS =
      load -> Thread.ofPlatform().name("load").daemon().start(load);

  private LoadTables() {}

  /** Makes fresh databases and returns when they are full and analysed. */
  static Tables load(BenchServers servers, Shape shape, long keys) {
    Tables tables = Tables.in(servers, shape, keys);
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> crm(tables), THREADS),
            CompletableFuture.runAsync(() -> billing(tables), THREADS),
            CompletableFuture.runAsync(() -> profiles(tables), THREADS))
        .join();
    return tables;
  }

  private static void crm(Tables tables) {
    try {
      tables
          .crm()
          .execute(
              """
              CREATE TABLE subscriber (id %s PRIMARY KEY, msisdn text, status text,
                tariff integer, balance numeric(12,2), updated timestamptz(3))
              """
                  .formatted(tables.shape().postgresType),
              """
              INSERT INTO subscriber
              SELECT %s, (%d + n)::text, (ARRAY['ACTIVE', 'SUSPENDED', 'TERMINATED'])[n %% 3 + 1],
                n %% %d, (n %% %d) / 100.0, to_timestamp(%d + n) + n %% 1000 * interval '1 ms'
              FROM generate_series(1, %d) s(n)
              """
                  .formatted(
                      tables.shape().postgresKey,
                      FIRST_MSISDN,
                      TARIFFS,
                      CENTS,
                      FIRST_UPDATE,
                      tables.keys()),
              "VACUUM ANALYZE subscriber");
    } catch (SQLException e) {
      throw new IllegalStateException("Could not load PostgreSQL", e);
    }
  }

  private static void billing(Tables tables) {
    try {
      tables
          .billing()
          .execute(
              "SET time_zone = '+00:00'",
              """
              CREATE TABLE account (id %s PRIMARY KEY, phone varchar(20), state char(1),
                tariff int, balance decimal(12,2), changed timestamp(3) NULL)
              """
                  .formatted(tables.shape().mariaDbType),
              """
              INSERT INTO account
              SELECT %s, %d + seq, SUBSTR('AST', seq %% 3 + 1, 1), seq %% %d, seq %% %d / 100,
                TIMESTAMPADD(MICROSECOND, seq %% 1000 * 1000, FROM_UNIXTIME(%d + seq))
              FROM seq_1_to_%d
              """
                  .formatted(
                      tables.shape().mariaDbKey,
                      FIRST_MSISDN,
                      TARIFFS,
                      CENTS,
                      FIRST_UPDATE,
                      tables.keys()),
              "ANALYZE TABLE account");
    } catch (SQLException e) {
      throw new IllegalStateException("Could not load MariaDB", e);
    }
  }

  private static void profiles(Tables tables) {
    try (MongoClient client = MongoClients.create(tables.profiles().url())) {
      MongoCollection<Document> profiles =
          client.getDatabase(tables.profiles().name()).getCollection("profiles");
      for (long first = 1; first <= tables.keys(); first += BATCH) {
        profiles.insertMany(
            LongStream.range(first, Math.min(first + BATCH, tables.keys() + 1))
                .mapToObj(n -> Subscribers.profile(tables.shape(), n))
                .toList(),
            new InsertManyOptions().ordered(false));
      }
    }
  }
}
