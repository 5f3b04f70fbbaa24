package io.reconciled.demo.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Gives all services the same subscribers, all services at once. */
final class Fill {

  private static final int AT_ONCE = 5_000;

  private Fill() {}

  static void alike(int count, Population population, Databases databases) {
    for (int done = 0; done < count; done += AT_ONCE) {
      List<Row> rows = new ArrayList<>();
      for (int i = done; i < Math.min(count, done + AT_ONCE); i++) {
        Subscriber subscriber = population.newcomer();
        population.put(subscriber);
        rows.add(Row.of(subscriber));
      }
      CompletableFuture<?>[] writes =
          databases.all().stream()
              .map(database -> CompletableFuture.runAsync(() -> put(database, rows)))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(writes).join();
    }
  }

  private static void put(ServiceDatabase database, List<Row> rows) {
    Optional<String> refused = database.put(rows);
    if (refused.isPresent()) {
      throw new IllegalStateException(
          "Could not fill %s: %s".formatted(database.store(), refused.get()));
    }
  }
}
