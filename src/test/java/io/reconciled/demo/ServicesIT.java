package io.reconciled.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.demo.services.Databases;
import io.reconciled.demo.services.Difference;
import io.reconciled.demo.services.Loss;
import io.reconciled.demo.services.Losses;
import io.reconciled.demo.services.ServiceDatabase;
import io.reconciled.demo.services.Services;
import io.reconciled.demo.services.Subscriber;
import io.reconciled.demo.services.Traffic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model of services alone, without the daemon: its account of what it lost must be true. */
class ServicesIT {

  private static final int KEYS = 2_000;
  private static final int SEEDS = 8;
  private static final int LOSSES = 8;
  private static final Duration LOSS_EVERY = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Random random = new Random(7);
  private final Queue<Loss> lost = new ConcurrentLinkedQueue<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private Landscape landscape;
  private Databases databases;
  private Services services;

  @BeforeEach
  void fill() {
    landscape = Landscape.make();
    databases = landscape.databases();
    services = new Services(databases, new Random(1), InstantSource.system());
    services.fill(KEYS);
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void storesAgreeButForWhatWasSeededOrLost() {
    lost.addAll(services.seed(SEEDS));
    services.start(traffic(Losses.every(LOSS_EVERY, random)));
    await().atMost(PATIENCE).until(() -> lost.size() >= SEEDS + LOSSES);
    carryAll();
    assertThat(lost).extracting(Loss::difference).contains(Difference.values());
    assertThat(differences()).isEqualTo(accountedFor());
  }

  @Test
  void aDatabaseThatWasDownGetsEverythingAfterwards() {
    services.start(traffic(Losses.none(random)));
    landscape.server("billing").stop();
    await().atMost(PATIENCE).until(() -> complaints.stream().anyMatch(of("billing takes no")));
    landscape.server("billing").start();
    await().atMost(PATIENCE).until(() -> complaints.stream().anyMatch(of("billing takes writes")));
    carryAll();
    assertThat(differences()).isEmpty();
  }

  @Test
  void changesPauseWhileCrmIsDown() {
    services.start(traffic(Losses.none(random)));
    landscape.server("crm").kill();
    await().atMost(PATIENCE).until(() -> complaints.stream().anyMatch(of("crm takes no")));
    landscape.server("crm").start();
    await().atMost(PATIENCE).until(() -> complaints.stream().anyMatch(of("crm takes writes")));
    carryAll();
    assertThat(differences()).isEmpty();
  }

  private record Found(long key, String store, Difference difference) {}

  private Traffic traffic(Losses losses) {
    return new Traffic(200, losses, lost::add, complaints::add, random);
  }

  private static Predicate<String> of(String start) {
    return complaint -> complaint.startsWith(start);
  }

  private void carryAll() {
    services.stopChanges();
    assertThat(services.awaitCarried(PATIENCE)).isTrue();
  }

  private Set<Found> accountedFor() {
    Set<Found> found = new HashSet<>();
    lost.forEach(loss -> found.add(new Found(loss.key(), loss.store(), loss.difference())));
    return found;
  }

  private Set<Found> differences() {
    Set<Found> found = new HashSet<>();
    for (ServiceDatabase store : List.of(databases.billing(), databases.profiles())) {
      compare(databases.crm().all(), store.all(), store.store(), found);
    }
    return found;
  }

  private static void compare(
      Map<Long, Subscriber> crm, Map<Long, Subscriber> other, String store, Set<Found> found) {
    Set<Long> keys = new HashSet<>(crm.keySet());
    keys.addAll(other.keySet());
    for (long key : keys) {
      if (!other.containsKey(key)) {
        found.add(new Found(key, store, Difference.MISSING));
      } else if (!crm.containsKey(key)) {
        found.add(new Found(key, store, Difference.EXTRA));
      } else {
        compare(crm.get(key), other.get(key), store, found);
      }
    }
  }

  private static void compare(Subscriber crm, Subscriber other, String store, Set<Found> found) {
    if (crm.status() != other.status()) {
      found.add(new Found(crm.key(), store, Difference.STATUS_DIFFERS));
    }
    if (!crm.msisdn().equals(other.msisdn())) {
      found.add(new Found(crm.key(), store, Difference.NUMBER_DIFFERS));
    }
  }
}
