package io.reconciled.report;

import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.Status;
import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.ReconciledException;
import io.reconciled.model.RuleName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A record of findings that lasts as long as a test. */
public final class RecordInMemory implements FindDiscrepancies {
  private final TreeMap<Long, Discrepancy> discrepancies = new TreeMap<>();
  private final List<UnverifiedCount> unverified = new ArrayList<>();
  private volatile boolean failing;

  /** The state database is gone. */
  static final class StateGone extends ReconciledException {
    private static final long serialVersionUID = 1L;

    StateGone() {
      super("the state database does not answer");
    }
  }

  public void put(Discrepancy discrepancy) {
    discrepancies.put(discrepancy.id(), discrepancy);
  }

  public void put(UnverifiedCount count) {
    unverified.add(count);
  }

  public void failing(boolean now) {
    failing = now;
  }

  @Override
  public List<Discrepancy> page(Filter filter, long after, int limit) {
    return matching(discrepancies.tailMap(after, false), filter, limit);
  }

  @Override
  public List<Discrepancy> newest(Filter filter, Set<EntityRule> except, int limit) {
    return matching(discrepancies.descendingMap(), filter, Integer.MAX_VALUE).stream()
        .filter(one -> !except.contains(new EntityRule(one.entity(), one.rule())))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Discrepancy> byId(long id) {
    return Optional.ofNullable(discrepancies.get(id));
  }

  private record RuleOf(EntityName entity, RuleName rule) {}

  @Override
  public List<RuleCounts> counts() {
    if (failing) {
      throw new StateGone();
    }
    Map<RuleOf, List<Discrepancy>> byRule = new LinkedHashMap<>();
    discrepancies
        .values()
        .forEach(one ->
            byRule
                .computeIfAbsent(new RuleOf(one.entity(), one.rule()), r -> new ArrayList<>())
                .add(one));
    return byRule.entrySet().stream()
        .map(rule ->
            new RuleCounts(
                rule.getKey().entity(),
                rule.getKey().rule(),
                count(rule.getValue(), Status.SUSPECTED),
                count(rule.getValue(), Status.CONFIRMED),
                count(rule.getValue(), Status.RESOLVED),
                count(rule.getValue(), Status.CONVERGED),
                times(rule.getValue())))
        .toList();
  }

  @Override
  public List<UnverifiedCount> unverified() {
    return List.copyOf(unverified);
  }

  private static List<Discrepancy> matching(
      Map<Long, Discrepancy> candidates, Filter filter, int limit) {
    return candidates.values().stream()
        .filter(one -> matches(one, filter))
        .limit(limit)
        .map(RecordInMemory::withoutHistory)
        .toList();
  }

  private static boolean matches(Discrepancy one, Filter filter) {
    return Stream.of(
            filter.entity().map(one.entity()::equals),
            filter.rule().map(one.rule()::equals),
            filter.dataset().map(one.finding().datasets()::contains),
            filter.key().map(one.key()::equals),
            filter.status().map(status -> one.status() == status),
            filter.kind().map(kind -> one.finding().kind() == kind),
            filter.since().map(since -> !one.since().isBefore(since)))
        .allMatch(holds -> holds.orElse(true));
  }

  private static Discrepancy withoutHistory(Discrepancy one) {
    return new Discrepancy(
        one.id(),
        one.entity(),
        one.rule(),
        one.key(),
        one.status(),
        one.finding(),
        one.since(),
        one.confirmed(),
        one.closed(),
        one.incident(),
        List.of());
  }

  private static long count(List<Discrepancy> all, Status status) {
    return all.stream().filter(one -> one.status() == status).count();
  }

  private static Optional<Percentiles> times(List<Discrepancy> all) {
    return count(all, Status.CONVERGED) == 0
        ? Optional.empty()
        : Optional.of(
            new Percentiles(
                Duration.ofMillis(800), Duration.ofMillis(2_900), Duration.ofMillis(4_100)));
  }
}
