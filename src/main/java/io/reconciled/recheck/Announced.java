package io.reconciled.recheck;

import io.reconciled.due.DueKey;
import io.reconciled.due.StoreLog;
import io.reconciled.model.EntityKey;
import io.reconciled.model.Position;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.store.Stores;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys whose moves a log told of before anybody can see them, since their transaction is prepared
 * in two phases and has not ended. No event comes when it does: they are looked at until then, and
 * its end counts as a move. Used by one thread.
 *
 * <p>Which transaction moved which key is not known. It can have moved none that came to be due
 * after capture had passed the end that the log had when the transaction was first seen.
 */
final class Announced {
  private final List<StoreName> followed;
  private final Stores stores;
  private final AskStores askStores;
  private final Map<StoreName, StoreLog> logs;
  private final Map<Transaction, Seen> open = new HashMap<>();
  private final Map<EntityKey, Set<Transaction>> waiting = new HashMap<>();

  private record Transaction(StoreName store, String name) {}

  /**
   * @param head the end of the log after it was first seen open; empty where that was not told
   * @param told when capture was first seen to have passed that
   */
  private record Seen(Optional<Position> head, Optional<Instant> told) {
    Seen toldAt(boolean passed, Instant now) {
      return passed ? new Seen(head, Optional.of(now)) : this;
    }

    boolean mayHaveMoved(DueKey key) {
      return told.map(at -> !at.isBefore(key.enteredAt())).orElse(true);
    }
  }

  Announced(Entity entity, Stores stores, AskStores askStores, Map<StoreName, StoreLog> logs) {
    this.followed = entity.stores().stream().filter(logs::containsKey).toList();
    this.stores = stores;
    this.askStores = askStores;
    this.logs = Map.copyOf(logs);
  }

  /**
   * Asks the stores what is open; to be called before keys are read. Where one does not answer,
   * what was open there counts as open.
   */
  void ask(Instant now) {
    Map<StoreName, Set<String>> named =
        askStores.each(followed, store -> stores.of(store).announced());
    named.forEach((store, names) ->
        open.keySet().removeIf(one -> one.store().equals(store) && !names.contains(one.name())));
    Set<Transaction> first = new HashSet<>();
    named.forEach((store, names) ->
        names.stream()
            .map(name -> new Transaction(store, name))
            .filter(one -> !open.containsKey(one))
            .forEach(first::add));
    if (!first.isEmpty()) {
      Map<StoreName, Position> heads =
          askStores.each(
              first.stream().map(Transaction::store).distinct().toList(),
              store -> stores.of(store).head());
      first.forEach(one ->
          open.put(one, new Seen(Optional.ofNullable(heads.get(one.store())), Optional.empty())));
    }
    open.replaceAll(
        (one, seen) -> seen.told().isEmpty() ? seen.toldAt(passed(one, seen), now) : seen);
  }

  private boolean passed(Transaction one, Seen seen) {
    return seen.head()
        .flatMap(head ->
            Optional.ofNullable(logs.get(one.store()))
                .flatMap(StoreLog::passed)
                .filter(position -> position.atOrAfter(head)))
        .isPresent();
  }

  /** The key as it is to be looked at: one whose transaction has ended moved just now. */
  DueKey taken(DueKey key, Instant now) {
    Set<Transaction> before = waiting.get(key.key());
    if (before == null) {
      return wait(key);
    }
    Set<Transaction> left = new HashSet<>(before);
    left.retainAll(open.keySet());
    boolean ended = left.size() < before.size();
    if (left.isEmpty()) {
      waiting.remove(key.key());
    } else {
      waiting.put(key.key(), left);
    }
    return ended ? new DueKey(key.key(), key.enteredAt(), now, key.moves() + 1, key.busy()) : key;
  }

  private DueKey wait(DueKey key) {
    if (key.moves() > 0 && !open.isEmpty()) {
      Set<Transaction> mayHaveMoved = new HashSet<>();
      open.forEach((one, seen) -> {
        if (seen.mayHaveMoved(key)) {
          mayHaveMoved.add(one);
        }
      });
      if (!mayHaveMoved.isEmpty()) {
        waiting.put(key.key(), mayHaveMoved);
      }
    }
    return key;
  }

  /** Whether what was read of the key may not be all that its log has told of. */
  boolean awaits(EntityKey key) {
    return waiting.containsKey(key);
  }
}
