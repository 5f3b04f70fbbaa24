package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pauses that do not outlive their test. */
public final class PausesInMemory implements PauseLog {
  private final List<Pause> all = new ArrayList<>();

  @Override
  public synchronized void add(Pause pause) {
    all.add(pause);
  }

  @Override
  public synchronized List<Pause> current() {
    Map<StoreName, Pause> last = new LinkedHashMap<>();
    all.forEach(pause -> last.put(pause.store(), pause));
    return List.copyOf(last.values());
  }

  @Override
  public synchronized List<Pause> history(StoreName store, int limit) {
    return all.reversed().stream()
        .filter(pause -> pause.store().equals(store))
        .limit(limit)
        .toList();
  }
}
