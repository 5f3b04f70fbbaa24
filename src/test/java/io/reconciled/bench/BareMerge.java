package io.reconciled.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The least that a comparison of sorted streams can do: merges them by key and counts the keys that
 * not all have. Knows no rules and looks at no column, though it has the bytes of each.
 */
final class BareMerge {
  private BareMerge() {}

  /**
   * @param keys distinct keys
   * @param onOneSide those that some stream lacks
   */
  record Counted(long keys, long onOneSide) {}

  static Counted merge(List<NativeStream> streams) throws Exception {
    List<HandOver> handOvers = streams.stream().map(stream -> new HandOver()).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(streams.size())) {
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < streams.size(); i++) {
        NativeStream stream = streams.get(i);
        HandOver handOver = handOvers.get(i);
        reading.add(
            threads.submit(() -> {
              handOver.giveAll(stream);
              return null;
            }));
      }
      Counted counted = count(handOvers);
      for (Future<?> read : reading) {
        read.get();
      }
      return counted;
    }
  }

  private static Counted count(List<HandOver> handOvers) throws InterruptedException {
    Cursor[] cursors = new Cursor[handOvers.size()];
    for (int i = 0; i < cursors.length; i++) {
      cursors[i] = new Cursor(handOvers.get(i));
    }
    long keys = 0;
    long onOneSide = 0;
    for (long least = least(cursors); least != Cursor.END; least = least(cursors)) {
      int holding = 0;
      for (Cursor cursor : cursors) {
        if (cursor.key == least) {
          holding++;
          cursor.advance();
        }
      }
      keys++;
      onOneSide += holding < cursors.length ? 1 : 0;
    }
    return new Counted(keys, onOneSide);
  }

  private static long least(Cursor[] cursors) {
    long least = Cursor.END;
    for (Cursor cursor : cursors) {
      least = Math.min(least, cursor.key);
    }
    return least;
  }

  /** Where the merge stands in one stream. */
  private static final class Cursor {
    private static final long END = Long.MAX_VALUE;
    private final HandOver handOver;
    private Batch batch;
    private int row;
    private long key;

    Cursor(HandOver handOver) throws InterruptedException {
      this.handOver = handOver;
      this.batch = handOver.take();
      this.key = batch.rows() == 0 ? END : batch.key(0);
    }

    void advance() throws InterruptedException {
      if (++row == batch.rows()) {
        batch = handOver.next(batch);
        row = 0;
      }
      key = batch.rows() == 0 ? END : batch.key(row);
    }
  }
}
