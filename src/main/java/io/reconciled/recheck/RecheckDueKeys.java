package io.reconciled.recheck;

import io.reconciled.compare.CompareKey;
import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.KeyLife;
import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Look;
import io.reconciled.discrepancy.Standing;
import io.reconciled.discrepancy.Step;
import io.reconciled.due.DueKey;
import io.reconciled.due.DueQueue;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StateRefused;
import io.reconciled.model.StateUnavailable;
import io.reconciled.rules.Entity;
import io.reconciled.store.AnswerLookups;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Carries the keys of one entity through their lives, a batch per round. Used by one thread.
 *
 * <p>What a step wants on record is recorded before the key is let go of, so that a crash at any
 * moment repeats work but loses none.
 */
public final class RecheckDueKeys {
  private static final Logger LOG = Logger.getLogger(RecheckDueKeys.class);
  private static final Readings NOTHING_READ = new Readings(Map.of());
  private final Entity entity;
  private final RecheckSettings settings;
  private final DueQueue due;
  private final ReadImages readImages;
  private final AnswerLookups answerLookups;
  private final CompareKey compare;
  private final Discrepancies discrepancies;
  private final Fences fences;
  private final LookListener listener;
  private final InstantSource clock;
  private final FailedLooks failedLooks = new FailedLooks();
  private final Map<EntityKey, KeyLife> unsettled = new HashMap<>();

  public RecheckDueKeys(Entity entity, RecheckSettings settings, RecheckParts parts) {
    this.entity = entity;
    this.settings = settings;
    this.due = parts.due().of(entity.name());
    this.readImages = parts.readImages();
    this.answerLookups = parts.answerLookups();
    this.compare = new CompareKey(entity);
    this.discrepancies = parts.discrepancies();
    this.fences = new Fences(entity, parts.stores(), parts.readImages().askStores(), parts.logs());
    this.listener = parts.listener();
    this.clock = parts.clock();
  }

  /**
   * Confirms what has passed its fence, then looks at the keys that are due, at most one batch.
   *
   * @return how many keys were looked at
   */
  public int round() {
    settleFences();
    Instant now = clock.instant();
    due.spill(now);
    List<DueKey> keys = due.take(now, settings.batch());
    if (!keys.isEmpty()) {
      look(keys);
    }
    return keys.size();
  }

  /** A key whose look fails must not keep those that were taken with it from theirs. */
  private void look(List<DueKey> keys) {
    Deque<List<DueKey>> parts = new ArrayDeque<>(List.of(keys));
    try {
      while (!parts.isEmpty()) {
        List<DueKey> part = parts.element();
        Optional<RuntimeException> failed = lookTogether(part);
        if (failed.isPresent() && part.size() == 1) {
          couldNotLook(part.getFirst(), failed.get());
        }
        parts.remove();
        if (failed.isPresent() && part.size() > 1) {
          int half = part.size() / 2;
          parts.push(part.subList(half, part.size()));
          parts.push(part.subList(0, half));
        }
      }
    } finally {
      Instant again = clock.instant().plus(settings.timing().retry());
      parts.forEach(part ->
          part.forEach(key -> {
            forget(key.key());
            due.putBack(key, again);
          }));
    }
  }

  /**
   * What came of one of the keys, and kept all of them from going on; empty where all went on.
   *
   * @throws StateUnavailable which has nothing to do with the keys
   */
  private Optional<RuntimeException> lookTogether(List<DueKey> keys) {
    try {
      Map<DueKey, KeyLife> lives = lives(keys);
      Instant began = clock.instant();
      Map<SharedKey, Readings> readings = read(keys);
      LookUpReach reach = new LookUpReach(entity, readImages, answerLookups);
      Map<DueKey, Step> steps = LinkedHashMap.newLinkedHashMap(keys.size());
      lives.forEach((key, life) -> {
        Readings ofKey = readings.getOrDefault(key.key().key(), NOTHING_READ);
        steps.put(key, step(key, life, look(key, began, ofKey, reach)));
      });
      record(steps.values());
      proceed(steps);
      return Optional.empty();
    } catch (StateUnavailable ofAll) {
      throw ofAll;
    } catch (RuntimeException ofSome) {
      keys.forEach(key -> forget(key.key()));
      return Optional.of(ofSome);
    }
  }

  /** After a failure nobody can tell what has come on record: the next look begins with that. */
  private void forget(EntityKey key) {
    unsettled.remove(key);
    fences.drop(key);
  }

  /** Puts on record that the key is unverified under every rule; and where even that fails, not. */
  private void couldNotLook(DueKey key, RuntimeException failed) {
    Duration rest = failedLooks.failed(key.key());
    LOG.warnf(
        "a key of %s could not be looked at, and is tried again in %s: %s",
        entity.name(), rest, CouldNotLook.inWords(failed));
    KeyLife life = Objects.requireNonNull(lives(List.of(key)).get(key));
    Readings nothing = CouldNotLook.readings(entity, failed);
    LookUpReach reach = new LookUpReach(entity, readImages, answerLookups);
    Step step = step(key, life, look(key, clock.instant(), nothing, reach));
    boolean onRecord = true;
    try {
      record(List.of(step));
      keep(key.key(), step.life());
    } catch (StateRefused notEvenThat) {
      onRecord = false;
    }
    fences.drop(key.key());
    due.later(key, clock.instant().plus(rest), onRecord);
  }

  private Map<SharedKey, Readings> read(List<DueKey> keys) {
    Map<SharedKey, Readings> readings =
        readImages.read(entity, keys.stream().map(key -> key.key().key()).toList());
    Set<Lookup> lookups = new HashSet<>();
    if (compare.asks()) {
      readings.forEach((key, alone) -> lookups.addAll(compare.lookups(key, alone)));
    }
    if (lookups.isEmpty()) {
      return readings;
    }
    Readings all = NOTHING_READ.with(answerLookups.answers(lookups));
    Map<SharedKey, Readings> answered = new HashMap<>();
    readings.forEach(
        (key, alone) -> answered.put(key, alone.with(all.answers(compare.lookups(key, alone)))));
    return answered;
  }

  private Look look(DueKey key, Instant began, Readings readings, LookUpReach reach) {
    return new Look(
        began,
        key.quietSince(),
        key.busy(),
        compare.verdicts(key.key().key(), readings),
        readings,
        reach.of(readings));
  }

  private Step step(DueKey key, KeyLife before, Look look) {
    KeyLife life = key.moves() > 0 ? before.moved() : before;
    listener.looked(entity.name(), key, look);
    return life.looked(look, settings.timing());
  }

  private void proceed(Map<DueKey, Step> steps) {
    Map<EntityKey, Set<DatasetName>> toFence = new HashMap<>();
    steps.forEach((key, step) -> {
      keep(key.key(), step.life());
      failedLooks.succeeded(key.key());
      step.lookAt()
          .ifPresentOrElse(at -> due.later(key, at, step.durable()), () -> due.finished(key));
      if (step.life().fenced() && unsettled.containsKey(key.key())) {
        toFence.put(key.key(), step.fence());
      } else {
        fences.drop(key.key());
      }
    });
    fences.raise(toFence);
  }

  private void settleFences() {
    Instant now = clock.instant();
    Map<EntityKey, Step> steps = new LinkedHashMap<>();
    fences.passed().forEach(key -> steps.put(key, throughFence(key, now)));
    for (EntityKey key : fences.waiting()) {
      Step step = life(key).notPassed(now, fences.waitsFor(key), settings.timing());
      if (step.lookAt().isPresent()) {
        steps.putIfAbsent(key, step);
      }
    }
    boolean done = false;
    try {
      settle(steps, now);
      done = true;
    } finally {
      if (!done) {
        Instant again = now.plus(settings.timing().retry());
        steps
            .keySet()
            .forEach(key -> {
              forget(key);
              due.later(new DueKey(key, now, now, 0, false), again, true);
            });
      }
    }
  }

  private void settle(Map<EntityKey, Step> steps, Instant now) {
    record(steps.values());
    steps.forEach(
        (key, step) -> step.lookAt().ifPresent(at -> due.ask(List.of(key.key()), now, at)));
    steps.forEach((key, step) -> {
      fences.drop(key);
      keep(key, step.life());
    });
  }

  /** News of a move came before the fence was passed: its wait goes on in due. */
  private Step throughFence(EntityKey key, Instant now) {
    return due.movedSinceTaken(key)
        ? new Step(life(key).moved(), List.of(), Optional.empty(), true, Set.of())
        : life(key).passed(now, settings.timing());
  }

  private KeyLife life(EntityKey key) {
    return unsettled.getOrDefault(key, KeyLife.of(key, List.of()));
  }

  private void record(Iterable<Step> steps) {
    List<LifeEvent> events = new ArrayList<>();
    steps.forEach(step -> events.addAll(step.events()));
    if (!events.isEmpty()) {
      discrepancies.record(events);
    }
  }

  /** Beyond the limit a suspect is not kept: it is on record, and its next look is a first one. */
  private void keep(EntityKey key, KeyLife life) {
    boolean room = unsettled.size() < settings.unsettledLimit() || unsettled.containsKey(key);
    if (life.unsettled() && room) {
      unsettled.put(key, life);
    } else {
      unsettled.remove(key);
    }
  }

  private Map<DueKey, KeyLife> lives(List<DueKey> keys) {
    List<SharedKey> unknown =
        keys.stream()
            .map(DueKey::key)
            .filter(key -> !unsettled.containsKey(key))
            .map(EntityKey::key)
            .toList();
    Map<SharedKey, List<Standing>> standings =
        unknown.isEmpty() ? Map.of() : discrepancies.standings(entity.name(), unknown);
    Map<DueKey, KeyLife> lives = new LinkedHashMap<>();
    for (DueKey due : keys) {
      KeyLife known = unsettled.get(due.key());
      List<Standing> onRecord = standings.getOrDefault(due.key().key(), List.of());
      lives.put(due, known != null ? known : KeyLife.of(due.key(), onRecord));
    }
    return lives;
  }
}
