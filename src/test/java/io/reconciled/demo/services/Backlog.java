package io.reconciled.demo.services;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Changes every subscriber in every service, as fast as the databases take it; some get lost. */
final class Backlog {

  private static final int AT_ONCE = 2_000;

  private final Population population;
  private final Databases databases;
  private final RandomGenerator random;
  private final InstantSource clock;

  Backlog(Population population, Databases databases, RandomGenerator random, InstantSource clock) {
    this.population = population;
    this.databases = databases;
    this.random = random;
    this.clock = clock;
  }

  /** Loses about one in so many on its way to one of the followers, and says which. */
  List<Loss> write(int oneIn) {
    List<Loss> losses = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Subscriber subscriber : population.all()) {
      Row row = Row.of(population.withOtherStatus(subscriber));
      rows.add(row);
      if (random.nextInt(oneIn) == 0) {
        losses.add(lose(row));
      }
      if (rows.size() == AT_ONCE) {
        write(rows, losses);
        rows.clear();
      }
    }
    if (!rows.isEmpty()) {
      write(rows, losses);
    }
    return losses;
  }

  private Loss lose(Row row) {
    List<ServiceDatabase> followers = databases.followers();
    String victim = followers.get(random.nextInt(followers.size())).store();
    return new Loss(Difference.STATUS_DIFFERS, row.key(), victim, Loss.Cause.LOST, clock.instant());
  }

  private void write(List<Row> rows, List<Loss> losses) {
    CompletableFuture<?>[] writes =
        databases.all().stream()
            .map(database ->
                CompletableFuture.runAsync(() -> put(database, without(rows, losses, database))))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(writes).join();
  }

  private static List<Row> without(List<Row> rows, List<Loss> losses, ServiceDatabase database) {
    Set<Long> lost = new HashSet<>();
    losses.stream()
        .filter(loss -> loss.store().equals(database.store()))
        .forEach(loss -> lost.add(loss.key()));
    return rows.stream().filter(row -> !lost.contains(row.key())).toList();
  }

  private static void put(ServiceDatabase database, List<Row> rows) {
    database
        .put(rows)
        .ifPresent(why -> {
          throw new IllegalStateException("%s: %s".formatted(database.store(), why));
        });
  }
}
