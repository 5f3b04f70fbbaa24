package io.reconciled.demo.score;

import io.reconciled.demo.services.Loss;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong on purpose. Nobody mends it, so it must be found, and it must stay found. */
public final class Truth {

  private final Map<Expected, Loss> losses = new LinkedHashMap<>();

  public synchronized void expect(Loss loss) {
    losses.put(Expected.of(loss), loss);
  }

  /** How much is wrong. */
  public synchronized int size() {
    return losses.size();
  }

  /** The loss that this is the report of: same rule, same key, same direction, same store. */
  synchronized Optional<Loss> explains(Reported reported) {
    return Optional.ofNullable(losses.get(Expected.of(reported)));
  }

  synchronized List<Loss> all() {
    return List.copyOf(losses.values());
  }

  /** Those that are not among the found ones. */
  synchronized List<Loss> without(Collection<Loss> found) {
    return losses.values().stream().filter(loss -> !found.contains(loss)).toList();
  }
}
