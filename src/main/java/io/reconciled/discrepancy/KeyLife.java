package io.reconciled.discrepancy;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.RuleName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The life of one key between its first move and its verdict, rule by rule: facts and times in,
 * what to do out. Immutable and pure; it reads no clock and no store.
 *
 * <pre>
 *               look: broken              look: broken alike,        captures pass their fence,
 *                                         grace window over          no move
 *   clear ───────────────────► suspected ──────────────────► fenced ─────────────────► confirmed
 *     ▲                          │ ▲  │ ▲                       │                          │
 *     │◄─ look: holds ───────────┘ │  │ └ look: broken          │ move, or deadline        │
 *     │   (converged late)         │  │   otherwise             │                          │
 *     │                look: broken│  └─ move ──► doubted ◄─────┘                          │
 *     │                            └──────────────┘ │                                      │
 *     │◄─ look: holds (converged late) ─────────────┘                                      │
 *     └◄─ look: holds (resolved) ──────────────────────────────────────────────────────────┘
 * </pre>
 *
 * <p>Why this cannot cry wolf: a confirmed disagreement was seen twice with the same images, the
 * second time at least a grace window after the last known move; and every capture involved has
 * since delivered its log up to a point after the second look without a move of the key. So no move
 * was unknown, the images stood unchanged all that while, and the stores had their full window. A
 * dataset without capture is vouched for by a full grace window between two like looks.
 *
 * <p>A look that could not see a dataset changes nothing that rests on that dataset: it neither
 * confirms, nor resolves, nor calls consistent.
 */
public final class KeyLife {
  private final EntityKey key;
  private final Map<RuleName, RuleLife> rules;

  private KeyLife(EntityKey key, Map<RuleName, RuleLife> rules) {
    this.key = key;
    this.rules = Map.copyOf(rules);
  }

  /** A key's life as it goes on from what is on record, after a restart or a long rest. */
  public static KeyLife of(EntityKey key, List<Standing> standings) {
    Map<RuleName, RuleLife> rules = new HashMap<>();
    for (Standing standing : standings) {
      Suspicion suspicion =
          standing
              .suspectedSince()
              .<Suspicion>map(Suspicion.Doubted::new)
              .orElseGet(Suspicion::none);
      rules.put(
          standing.rule(), new RuleLife(standing.confirmed(), suspicion, standing.unverified()));
    }
    return new KeyLife(key, rules);
  }

  /** The key moved: whatever was seen before is no first look any more. */
  public KeyLife moved() {
    Map<RuleName, RuleLife> next = new HashMap<>();
    rules.forEach((rule, life) -> next.put(rule, life.with(life.suspicion().moved())));
    return new KeyLife(key, next);
  }

  /** All its stores were read and compared. */
  public Step looked(Look look, Timing timing) {
    if (rules.isEmpty() && look.allHold()) {
      return new Step(this, List.of(), Optional.empty(), true, Set.of());
    }
    LookedAt looked = new LookedAt(key, look, timing);
    Map<RuleName, RuleLife> next = new HashMap<>(rules);
    new TreeMap<>(look.verdicts())
        .forEach((rule, verdict) ->
            next.put(rule, looked.under(rule, verdict, rules.getOrDefault(rule, RuleLife.CLEAR))));
    return looked.step(new KeyLife(key, next));
  }

  /** Every capture in the fence has passed, and none told of a move. */
  public Step passed(Instant at, Timing timing) {
    List<LifeEvent> events = new ArrayList<>();
    Map<RuleName, RuleLife> next = new HashMap<>(rules);
    new TreeMap<>(rules)
        .forEach((rule, life) -> {
          if (life.suspicion() instanceof Suspicion.Fenced(Suspicion.Suspected sure, var d)) {
            next.put(rule, Confirming.confirm(key, rule, life, sure, at, events));
          }
        });
    Optional<Instant> again =
        next.values().stream()
            .map(life -> life.lookAgain(at, timing))
            .flatMap(Optional::stream)
            .findFirst();
    return new Step(new KeyLife(key, next), events, again, true, Set.of());
  }

  /** Captures have not passed the fence; what waits beyond its deadline is unverified. */
  public Step notPassed(Instant at, String detail, Timing timing) {
    List<LifeEvent> events = new ArrayList<>();
    Map<RuleName, RuleLife> next = new HashMap<>(rules);
    new TreeMap<>(rules)
        .forEach((rule, life) -> {
          if (life.suspicion() instanceof Suspicion.Fenced fenced
              && !at.isBefore(fenced.deadline())) {
            next.put(rule, Confirming.giveUp(key, rule, life, at, detail, events));
          }
        });
    // Also where it is on record as behind already: a fence may be one that is never passed.
    Optional<Instant> again =
        next.equals(rules) ? Optional.empty() : Optional.of(at.plus(timing.retry()));
    return new Step(new KeyLife(key, next), events, again, true, Set.of());
  }

  /** Whether anything is known of the key that is not on record and so must be kept in memory. */
  public boolean unsettled() {
    return rules.values().stream()
        .anyMatch(life ->
            life.suspicion() instanceof Suspicion.Suspected
                || life.suspicion() instanceof Suspicion.Fenced);
  }

  /** Whether a fence must pass before something can be confirmed. */
  public boolean fenced() {
    return rules.values().stream().anyMatch(life -> life.suspicion() instanceof Suspicion.Fenced);
  }

  /** The datasets whose captures the fence waits for. */
  Set<DatasetName> involvedInFence(Timing timing) {
    Set<DatasetName> involved = new TreeSet<>();
    for (RuleLife life : rules.values()) {
      if (life.suspicion() instanceof Suspicion.Fenced fenced) {
        involved.addAll(fenced.suspected().finding().datasets());
      }
    }
    involved.retainAll(timing.captured());
    return involved;
  }

  @Override
  public String toString() {
    return key.entity() + " " + rules;
  }
}
