package io.reconciled.due;

import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one entity that wait for a look.
 *
 * <p>The front is in memory and made durable by the stores' own logs: a key holds back the log from
 * its first unfinished event on. What would hold it back too long, or does not fit into memory,
 * goes to the table ({@link #spill}); what a sweep asks for has no log to come back from and is
 * written to the table at once.
 *
 * <p>A key that is taken stays in hand until it is {@link #finished} or put off until {@link
 * #later}; a move meanwhile starts a new wait, so no change during a look is lost.
 */
public final class DueQueue {
  private static final int SPILL_BATCH = 1_000;
  private static final int REFILL_BATCH = 10_000;

  /**
   * A search for what holds a log goes through the whole front; a hold may last this much longer.
   */
  private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(1);

  private final EntityName entity;
  private final DueSettings settings;
  private final DueTable table;
  private final Map<EntityKey, Waiting> front = new HashMap<>();
  private final Agenda agenda = new Agenda();
  private final Map<EntityKey, Waiting> inHand = new HashMap<>();
  private final Set<SharedKey> doneInTable = new HashSet<>();
  private boolean moreInTable = true;
  private long tickets;

  /** No key in the front has held a log since before this time. */
  private Instant oldestHold = Instant.MAX;

  private Instant nextSearch = Instant.MIN;

  public DueQueue(EntityName entity, DueSettings settings, DueTable table) {
    this.entity = entity;
    this.settings = settings;
    this.table = table;
  }

  public EntityName entity() {
    return entity;
  }

  /**
   * The key moved: its clock starts, or starts again, up to the limit of patience.
   *
   * @throws io.reconciled.model.ReconciledException where no more keys fit into memory, and the
   *     state database takes none; the key is due and holds the log all the same
   */
  synchronized void moved(EntityKey key, Instant at, StoreLog log, long number) {
    Waiting waiting = front.get(key);
    if (waiting == null) {
      waiting = new Waiting(key, tickets++, at, at);
      front.put(key, waiting);
    } else {
      agenda.remove(waiting);
    }
    waiting.moved(at);
    Instant patience = waiting.movingSince.plus(settings.busyAfter());
    waiting.lookAt = earlier(at.plus(settings.grace()), later(patience, at));
    agenda.append(waiting);
    waiting.hold(log, number);
    oldestHold = earlier(oldestHold, waiting.enteredAt);
    if (front.size() > settings.memoryLimit()) {
      spillFarthest();
    }
  }

  /**
   * Asks for a look at each key, unless an earlier one waits already. Durable when it returns.
   *
   * @param at the time of asking: from here on, stores that disagree have their grace window
   */
  public synchronized void ask(Collection<SharedKey> keys, Instant at, Instant lookAt) {
    List<DueRow> rows = keys.stream().map(key -> new DueRow(key, lookAt, at)).toList();
    table.put(entity, rows);
    keys.forEach(key -> rowIsForItsNextLook(new EntityKey(entity, key)));
    rows.forEach(this::bringInAsked);
  }

  /** Takes keys whose time has come, the longest due first. */
  public synchronized List<DueKey> take(Instant now, int limit) {
    refill(now);
    // A key in hand is not given out twice: its new wait goes on until that look has ended.
    List<Waiting> taken =
        agenda.due(now, limit, waiting -> inHand.isEmpty() || !inHand.containsKey(waiting.key));
    taken.forEach(this::takeInHand);
    return taken.stream().map(waiting -> waiting.due(now, settings.grace())).toList();
  }

  /** The look is done with; the log may move on past everything the key did before it was taken. */
  public synchronized void finished(DueKey key) {
    Waiting done = inHand.remove(key.key());
    if (done != null) {
      done.release();
      if (done.inTable && !waitsInTable(key.key())) {
        doneInTable.add(key.key().key());
      }
    }
  }

  /**
   * Puts the key off.
   *
   * @param durable whether the key comes back after a crash without the log's help
   */
  public synchronized void later(DueKey key, Instant lookAt, boolean durable) {
    Waiting done = inHand.remove(key.key());
    Waiting waiting = front.get(key.key());
    if (waiting == null && done != null && done.spilled != null) {
      waiting = enter(done.spilled);
    }
    if (waiting == null) {
      waiting = enter(waiting(key.key(), key.quietSince(), lookAt));
    }
    if (done != null) {
      waiting.inTable |= done.inTable;
      if (durable) {
        done.release();
      } else {
        waiting.enteredAt = earlier(waiting.enteredAt, done.enteredAt);
        waiting.inherit(done);
        oldestHold = earlier(oldestHold, waiting.enteredAt);
      }
    }
  }

  /**
   * Puts back a key whose look came to nothing: its moves count as not looked at, so that what was
   * seen before them is not taken for a first look.
   */
  public synchronized void putBack(DueKey key, Instant lookAt) {
    later(key, lookAt, false);
    Waiting waiting = front.get(key.key());
    if (waiting != null) {
      waiting.moves += key.moves();
    }
  }

  /** Whether the key has moved since it was last taken, or waits in the table, perhaps for that. */
  public synchronized boolean movedSinceTaken(EntityKey key) {
    Waiting waiting = front.get(key);
    return waiting != null
        ? waiting.moves > 0
        : moreInTable && !doneInTable.contains(key.key()) && table.has(entity, key.key());
  }

  /**
   * Writes what has held back a log for too long to the table, and forgets there what is done.
   * Captures get their turn between one transaction and the next.
   */
  public void spill(Instant now) {
    List<Waiting> held = heldTooLong(now);
    for (int from = 0; from < held.size(); from += SPILL_BATCH) {
      spill(held.subList(from, Math.min(held.size(), from + SPILL_BATCH)));
    }
  }

  private synchronized List<Waiting> heldTooLong(Instant now) {
    forgetDone();
    Instant tooLong = now.minus(settings.holdLimit());
    if (!oldestHold.isBefore(tooLong) || now.isBefore(nextSearch)) {
      return List.of();
    }
    nextSearch = now.plus(BETWEEN_SEARCHES);
    oldestHold = Instant.MAX;
    List<Waiting> held = new ArrayList<>();
    for (Waiting waiting : front.values()) {
      if (waiting.holds()) {
        oldestHold = earlier(oldestHold, waiting.enteredAt);
        if (waiting.enteredAt.isBefore(tooLong)) {
          held.add(waiting);
        }
      }
    }
    return held;
  }

  /** What was taken or finished meanwhile is not written. */
  private synchronized void spill(List<Waiting> held) {
    writeToTable(
        held.stream()
            .filter(waiting -> waiting.holds() && front.get(waiting.key) == waiting)
            .toList());
  }

  /** How many keys wait in memory. */
  public synchronized int waiting() {
    return front.size();
  }

  /** For how long the key that is longest due for a look has been so; zero where none is. */
  public synchronized Duration overdue(Instant now) {
    return agenda.due(now, 1, any -> true).stream()
        .findFirst()
        .map(longest -> Duration.between(longest.lookAt, now))
        .orElse(Duration.ZERO);
  }

  /** How many keys are being looked at. */
  public synchronized int inHand() {
    return inHand.size();
  }

  private void spillFarthest() {
    List<Waiting> farthest = agenda.farthest(SPILL_BATCH);
    writeToTable(farthest);
    farthest.forEach(waiting -> {
      front.remove(waiting.key);
      agenda.remove(waiting);
    });
    moreInTable = true;
  }

  private void writeToTable(List<Waiting> keys) {
    if (keys.isEmpty()) {
      return;
    }
    table.put(entity, keys.stream().map(Waiting::row).toList());
    keys.forEach(waiting -> {
      rowIsForItsNextLook(waiting.key).ifPresent(lookedAt -> lookedAt.spilled = waiting);
      waiting.inTable = true;
      waiting.release();
    });
  }

  /**
   * A look that is under way, or was done with, does not take the key's new row with it.
   *
   * @return the key where it is in hand
   */
  private Optional<Waiting> rowIsForItsNextLook(EntityKey key) {
    doneInTable.remove(key.key());
    Optional<Waiting> lookedAt = Optional.ofNullable(inHand.get(key));
    lookedAt.ifPresent(waiting -> waiting.inTable = false);
    return lookedAt;
  }

  private void refill(Instant now) {
    if (moreInTable && 2 * front.size() < Math.min(REFILL_BATCH, settings.memoryLimit())) {
      forgetDone();
      List<DueRow> rows = table.first(entity, REFILL_BATCH);
      moreInTable = rows.size() == REFILL_BATCH;
      rows.forEach(row -> bringIn(row, now));
    }
  }

  private void forgetDone() {
    if (!doneInTable.isEmpty()) {
      table.remove(entity, doneInTable);
      doneInTable.clear();
    }
  }

  /**
   * A row of the table; what is known of its key in memory is newer. It may have been written under
   * a clock that was set back since: its times are brought near, for to look too early costs one
   * look, and to wait for a time that was never meant may cost hours.
   */
  private void bringIn(DueRow row, Instant now) {
    EntityKey key = new EntityKey(entity, row.key());
    Waiting known = front.getOrDefault(key, inHand.get(key));
    if (known != null) {
      known.inTable = true;
    } else if (front.size() < settings.memoryLimit()) {
      Instant lookAt = earlier(row.lookAt(), now.plus(settings.busyAfter()));
      enter(waiting(key, earlier(row.quietSince(), now), lookAt)).backFromTable();
    } else {
      moreInTable = true;
    }
  }

  /** A look just asked for: it may come earlier than what waits, but not before a move's rest. */
  private void bringInAsked(DueRow row) {
    EntityKey key = new EntityKey(entity, row.key());
    Waiting waiting = front.get(key);
    if (waiting == null && front.size() >= settings.memoryLimit()) {
      moreInTable = true;
      return;
    }
    if (waiting == null) {
      waiting = enter(waiting(key, row.quietSince(), row.lookAt()));
      if (moreInTable) {
        // Its row may have taken the place of one that told of a move.
        waiting.backFromTable();
      }
    } else if (waiting.moves == 0) {
      agenda.remove(waiting);
      waiting.lookAt = earlier(waiting.lookAt, row.lookAt());
      agenda.add(waiting);
    }
    waiting.inTable = true;
  }

  private Waiting waiting(EntityKey key, Instant at, Instant lookAt) {
    return new Waiting(key, tickets++, at, lookAt);
  }

  private void takeInHand(Waiting waiting) {
    agenda.remove(waiting);
    front.remove(waiting.key);
    waiting.spilled = null;
    inHand.put(waiting.key, waiting);
  }

  private boolean waitsInTable(EntityKey key) {
    Waiting waiting = front.get(key);
    return waiting != null && waiting.inTable;
  }

  private Waiting enter(Waiting waiting) {
    front.put(waiting.key, waiting);
    agenda.add(waiting);
    return waiting;
  }

  private static Instant earlier(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }

  private static Instant later(Instant left, Instant right) {
    return left.isAfter(right) ? left : right;
  }
}
