package io.reconciled.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys looked at per second, when every key has moved and its grace window is over. Its floor reads
 * the same keys from the same stores, in batches of the same size, all stores at once, and does
 * nothing with them.
 */
final class RecheckFigure implements Figure {
  private static final int MOST_KEYS = 500_000;
  private static final Limit KEYS_PER_SECOND = Limit.atLeast(50_000);

  @Override
  public String name() {
    return "recheck";
  }

  @Override
  public String about() {
    return "looks at keys that are due, in two and in three stores; half a minute";
  }

  @Override
  public List<Measured> measure(Ground ground) throws IOException {
    int keys = (int) Math.min(MOST_KEYS, ground.settings().keys());
    List<BenchStore> stores = new ArrayList<>();
    stores.add(BenchStore.postgres(ground.servers(), keys));
    stores.add(BenchStore.mariaDb(ground.servers(), keys));
    List<Measured> lines = new ArrayList<>(lines("two stores", stores, keys, ground));
    lines.add(lines.removeFirst().within(KEYS_PER_SECOND));
    stores.add(BenchStore.mongo(ground.servers(), keys));
    lines.addAll(lines("three stores", stores, keys, ground));
    return lines;
  }

  /** The rate by itself, since that is what is promised; then beside its floor. */
  private static List<Measured> lines(String what, List<BenchStore> stores, int keys, Ground ground)
      throws IOException {
    double looks = Double.MAX_VALUE;
    double reads = Double.MAX_VALUE;
    try (Rechecks rechecks = new Rechecks(stores, keys)) {
      for (int round = 0; round <= ground.settings().rounds(); round++) {
        reads = Math.min(reads, rechecks.reads());
        looks = Math.min(looks, rechecks.looks());
      }
    }
    return List.of(
        Measured.of("rechecks, " + what, keys / looks, "keys/s"),
        Measured.of("rechecks, " + what + ", to reads", keys / looks, "keys/s")
            .beside("batched reads alone", keys / reads));
  }
}
