package io.reconciled.servers;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Names that were not used before in this JVM and need no quotes in any database. */
final class FreshNames {

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,29}");
  private static final AtomicInteger LAST = new AtomicInteger();

  private FreshNames() {}

  static String startingWith(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "A database name cannot begin with '%s': use %s.".formatted(prefix, PREFIX));
    }
    return prefix + "_" + LAST.incrementAndGet();
  }
}
