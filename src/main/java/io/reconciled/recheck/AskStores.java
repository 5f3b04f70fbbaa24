package io.reconciled.recheck;

import io.reconciled.model.StoreName;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.StoreUnavailable;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Asks several stores the same at the same time, so that one that does not answer costs the others
 * one time-out at most, and none while it is known to be away.
 */
final class AskStores {
  private final StoreHealth health;
  private final InstantSource clock;
  private final Executor executor;

  AskStores(StoreHealth health, InstantSource clock, Executor executor) {
    this.health = health;
    this.clock = clock;
    this.executor = executor;
  }

  /** What each answered; without those that failed or are left alone. */
  <T> Map<StoreName, T> each(Collection<StoreName> stores, Function<StoreName, T> question) {
    Map<StoreName, CompletableFuture<Optional<T>>> pending = new LinkedHashMap<>();
    for (StoreName store : stores) {
      if (health.leftAlone(store, clock.instant()).isEmpty()) {
        pending.put(store, CompletableFuture.supplyAsync(() -> answer(store, question), executor));
      }
    }
    Map<StoreName, T> answers = new HashMap<>();
    pending.forEach((store, answer) -> answer.join().ifPresent(told -> answers.put(store, told)));
    return answers;
  }

  private <T> Optional<T> answer(StoreName store, Function<StoreName, T> question) {
    try {
      return Optional.of(question.apply(store));
    } catch (StoreUnavailable silent) {
      health.failed(silent, clock.instant());
      return Optional.empty();
    } catch (StoreFailure refused) {
      return Optional.empty();
    }
  }
}
