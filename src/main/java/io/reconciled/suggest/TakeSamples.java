package io.reconciled.suggest;

import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.Container;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes a few rows of everything that stores hold; what refuses is told and left out. */
public final class TakeSamples {
  private static final int ROWS = 1_000;
  private final List<Sampled> sampled = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param word what rules files call a container of this store
   * @return false where the store would not say what it holds
   */
  public boolean from(StoreName store, String word, DescribeStore describe) {
    try {
      for (Container container : describe.containers()) {
        take(store, word, describe, container);
      }
      return true;
    } catch (StoreFailure failure) {
      remarks.add("not looked at: " + failure.unread().detail());
      return false;
    }
  }

  private void take(StoreName store, String word, DescribeStore describe, Container container) {
    try {
      List<Map<String, Value>> rows = describe.sample(container, ROWS);
      sampled.add(new Sampled(store, word, container, rows));
    } catch (StoreFailure failure) {
      remarks.add("not looked at: " + failure.unread().detail());
    }
  }

  public List<Sampled> sampled() {
    return List.copyOf(sampled);
  }

  /** What could not be looked at, and why. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }
}
