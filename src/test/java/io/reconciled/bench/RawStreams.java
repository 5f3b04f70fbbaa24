package io.reconciled.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads streams to their end, all at once, each in its own thread, and does nothing with them. */
final class RawStreams {
  private RawStreams() {}

  /** Returns the rows of all of them together. */
  static long drain(List<NativeStream> streams) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(streams.size())) {
      List<Future<Long>> reading = new ArrayList<>();
      for (NativeStream stream : streams) {
        reading.add(
            threads.submit(() -> {
              try (stream) {
                return stream.drain();
              }
            }));
      }
      long rows = 0;
      for (Future<Long> read : reading) {
        rows += read.get();
      }
      return rows;
    }
  }
}
