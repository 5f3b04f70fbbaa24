package io.reconciled.store.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A place in the history of a MariaDB, or several servers' last places: by replication domain and
 * server, the number of the last transaction.
 */
record GtidPosition(Map<Stream, Long> last) {
  private static final Pattern GTID = Pattern.compile("(\\d+)-(\\d+)-(\\d+)");

  /** What one server wrote in one domain. */
  record Stream(long domain, long server) {}

  GtidPosition {
    last = Map.copyOf(last);
  }

  /** Reads {@code 0-1-523,1-1-7}, whatever stands around it. */
  static GtidPosition parse(String text) {
    Map<Stream, Long> last = new HashMap<>();
    for (MatchResult gtid : GTID.matcher(text).results().toList()) {
      Stream stream = new Stream(number(gtid, 1), number(gtid, 2));
      last.merge(stream, number(gtid, 3), Math::max);
    }
    return new GtidPosition(last);
  }

  private static long number(MatchResult gtid, int group) {
    return Long.parseLong(gtid.group(group));
  }

  /** Whether a server that has come this far has written, or got, all of the other. */
  boolean reaches(GtidPosition other) {
    return other.last.entrySet().stream()
        .allMatch(entry -> last.getOrDefault(entry.getKey(), -1L) >= entry.getValue());
  }

  /** Whether a server took part. */
  boolean has(long server) {
    return last.keySet().stream().anyMatch(stream -> stream.server() == server);
  }

  /** Whether each domain is where it is in the other, or one transaction further. */
  boolean isAtOrNext(GtidPosition other) {
    Map<Long, Long> mine = byDomain();
    Map<Long, Long> its = other.byDomain();
    return mine.keySet().containsAll(its.keySet())
        && mine.entrySet().stream()
            .allMatch(entry -> {
              long ahead = entry.getValue() - its.getOrDefault(entry.getKey(), 0L);
              return ahead == 0 || ahead == 1;
            });
  }

  /** Whether no domain is further than in the other. */
  boolean isWithin(GtidPosition other) {
    Map<Long, Long> its = other.byDomain();
    return byDomain().entrySet().stream()
        .allMatch(entry -> its.getOrDefault(entry.getKey(), -1L) >= entry.getValue());
  }

  private Map<Long, Long> byDomain() {
    Map<Long, Long> byDomain = new HashMap<>();
    last.forEach((stream, number) -> byDomain.merge(stream.domain(), number, Math::max));
    return byDomain;
  }
}
