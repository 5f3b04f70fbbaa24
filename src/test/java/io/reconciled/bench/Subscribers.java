package io.reconciled.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;

/** What the n-th subscriber holds; the same in SQL in {@link LoadTables}. */
final class Subscribers {
  static final List<String> STATES = List.of("ACTIVE", "SUSPENDED", "TERMINATED");
  static final long FIRST_MSISDN = 491_510_000_000L;
  static final long FIRST_UPDATE = 1_700_000_000L;
  static final int TARIFFS = 97;
  static final int CENTS = 1_000_000;

  private Subscribers() {}

  static String msisdn(long n) {
    return Long.toString(FIRST_MSISDN + n);
  }

  static String state(long n) {
    return STATES.get((int) (n % STATES.size()));
  }

  static Instant updated(long n) {
    return Instant.ofEpochSecond(FIRST_UPDATE + n, n % 1_000 * 1_000_000);
  }

  static Document profile(Shape shape, long n) {
    return new Document("_id", shape.key(n))
        .append("contact", new Document("msisdn", msisdn(n)))
        .append("state", state(n))
        .append("tariff", (int) (n % TARIFFS))
        .append("balance", new Decimal128(BigDecimal.valueOf(n % CENTS, 2)))
        .append("updated", Date.from(updated(n)));
  }
}
