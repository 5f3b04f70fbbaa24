package io.reconciled.bench;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Passes batches from the thread that reads a stream to the thread that merges, and the used ones
 * back. An empty batch is the end.
 */
final class HandOver {
  private static final int BATCHES = 4;
  private final BlockingQueue<Batch> full = new ArrayBlockingQueue<>(BATCHES);
  private final BlockingQueue<Batch> empty = new ArrayBlockingQueue<>(BATCHES);

  HandOver() {
    for (int i = 0; i < BATCHES; i++) {
      empty.add(new Batch());
    }
  }

  /** Gives the whole stream and closes it; a stream that breaks ends here too, and then throws. */
  void giveAll(NativeStream stream) throws Exception {
    try (stream) {
      Batch batch = empty.take();
      while (stream.fill(batch)) {
        full.put(batch);
        batch = empty.take();
      }
    } finally {
      full.put(new Batch());
    }
  }

  Batch take() throws InterruptedException {
    return full.take();
  }

  /** Gives a used batch back for the one after it. */
  Batch next(Batch used) throws InterruptedException {
    used.clear();
    empty.put(used);
    return full.take();
  }
}
