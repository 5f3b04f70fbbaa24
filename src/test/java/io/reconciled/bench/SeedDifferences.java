package io.reconciled.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.servers.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;

/** Plants differences, and knows which keys a sweep has to find for them. */
final class SeedDifferences {
  private SeedDifferences() {}

  /** Returns the keys that differ now, as text. */
  static Set<String> in(Tables tables) throws SQLException {
    List<Difference> differences = Difference.among(tables.keys());
    sql(tables.crm(), Tables.CRM, differences, tables.shape());
    sql(tables.billing(), Tables.BILLING, differences, tables.shape());
    profiles(tables, differences);
    Set<String> keys = new TreeSet<>();
    differences.forEach(difference -> keys.add(key(tables.shape(), difference)));
    return keys;
  }

  private static String key(Shape shape, Difference difference) {
    return shape.key(difference.n()).toString();
  }

  private static void sql(
      Database database, String store, List<Difference> differences, Shape shape)
      throws SQLException {
    try (Connection connection = database.connect()) {
      for (Difference difference : differences) {
        if (difference.store().equals(store)) {
          String sql = store.equals(Tables.CRM) ? crm(difference) : billing(difference);
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, shape.key(difference.n()));
            expectOne(statement.executeUpdate(), difference);
          }
        }
      }
    }
  }

  private static String crm(Difference difference) {
    return switch (difference.change()) {
          case MISSING -> "DELETE FROM subscriber";
          case MSISDN -> "UPDATE subscriber SET msisdn = msisdn || '0'";
          case STATUS ->
              "UPDATE subscriber SET status = CASE status WHEN 'ACTIVE' THEN 'SUSPENDED'"
                  + " ELSE 'ACTIVE' END";
          case TARIFF -> "UPDATE subscriber SET tariff = tariff + 1";
          case BALANCE -> "UPDATE subscriber SET balance = balance + 0.01";
          case UPDATED -> "UPDATE subscriber SET updated = updated + interval '1 ms'";
        }
        + " WHERE id = ?";
  }

  private static String billing(Difference difference) {
    return switch (difference.change()) {
          case MISSING -> "DELETE FROM account";
          case MSISDN -> "UPDATE account SET phone = CONCAT(phone, '0')";
          case STATUS -> "UPDATE account SET state = CASE state WHEN 'A' THEN 'S' ELSE 'A' END";
          case TARIFF -> "UPDATE account SET tariff = tariff + 1";
          case BALANCE -> "UPDATE account SET balance = balance + 0.01";
          case UPDATED -> "UPDATE account SET changed = TIMESTAMPADD(MICROSECOND, 1000, changed)";
        }
        + " WHERE id = ?";
  }

  private static void profiles(Tables tables, List<Difference> differences) {
    try (MongoClient client = MongoClients.create(tables.profiles().url())) {
      MongoCollection<Document> profiles =
          client.getDatabase(tables.profiles().name()).getCollection("profiles");
      for (Difference difference : differences) {
        if (difference.store().equals(Tables.PROFILES)) {
          Bson one = Filters.eq(tables.shape().key(difference.n()));
          long changed =
              difference.change() == Difference.Change.MISSING
                  ? profiles.deleteOne(one).getDeletedCount()
                  : profiles.updateOne(one, profile(difference)).getModifiedCount();
          expectOne(changed, difference);
        }
      }
    }
  }

  private static Bson profile(Difference difference) {
    long n = difference.n();
    return switch (difference.change()) {
      case MISSING -> throw new IllegalArgumentException("a missing profile is deleted");
      case MSISDN -> Updates.set("contact.msisdn", Subscribers.msisdn(n) + "0");
      case STATUS -> Updates.set("state", Subscribers.state(n + 1));
      case TARIFF -> Updates.inc("tariff", 1);
      case BALANCE -> Updates.inc("balance", new Decimal128(new BigDecimal("0.01")));
      case UPDATED -> Updates.set("updated", Date.from(Subscribers.updated(n).plusMillis(1)));
    };
  }

  private static void expectOne(long changed, Difference difference) {
    if (changed != 1) {
      throw new IllegalStateException(
          "%s changed %d rows instead of one".formatted(difference, changed));
    }
  }
}
