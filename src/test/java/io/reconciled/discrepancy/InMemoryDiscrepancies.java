package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record that lasts as long as a test, without histories and incidents: what is open, and nothing
 * else. Simulations hold it against the real one.
 */
public final class InMemoryDiscrepancies implements Discrepancies {
  private final Map<Subject, Open> open = new HashMap<>();
  private final Map<Subject, UnverifiedReason> unverified = new HashMap<>();
  private final Set<Entry> entries = new HashSet<>();

  private record Subject(EntityKey key, RuleName rule) {}

  private record Entry(Subject subject, Status status, Instant at) {}

  private record Open(
      boolean confirmed, Finding finding, Instant since, Instant lastSeen, Finding lastFinding) {}

  @Override
  public void record(List<LifeEvent> events) {
    Set<Entry> before = Set.copyOf(entries);
    events.forEach(event -> record(event, before));
  }

  private void record(LifeEvent event, Set<Entry> before) {
    Subject subject = new Subject(event.key(), event.rule());
    switch (event) {
      case LifeEvent.Suspected suspected
          when !before.contains(new Entry(subject, Status.SUSPECTED, event.at())) ->
          suspect(subject, suspected);
      case LifeEvent.Confirmed confirmed
          when !before.contains(new Entry(subject, Status.CONFIRMED, event.at())) ->
          confirm(subject, confirmed);
      case LifeEvent.Resolved resolved
          when !before.contains(new Entry(subject, Status.RESOLVED, event.at())) ->
          close(subject, true, event.at());
      case LifeEvent.Converged converged
          when !before.contains(new Entry(subject, Status.CONVERGED, event.at())) ->
          close(subject, false, event.at());
      case LifeEvent.Unverified couldNotTell -> unverified.put(subject, couldNotTell.reason());
      case LifeEvent.Verified canTell -> unverified.remove(subject);
      case LifeEvent replayed -> {}
    }
  }

  private void suspect(Subject subject, LifeEvent.Suspected event) {
    Open now = open.get(subject);
    boolean isNews =
        now == null
            || (event.at().isAfter(now.lastSeen()) && !now.lastFinding().equals(event.finding()));
    if (isNews) {
      boolean confirmed = now != null && now.confirmed();
      open.put(
          subject,
          new Open(
              confirmed,
              confirmed ? now.finding() : event.finding(),
              now == null ? event.since() : now.since(),
              event.at(),
              event.finding()));
      entries.add(new Entry(subject, Status.SUSPECTED, event.at()));
    }
  }

  private void confirm(Subject subject, LifeEvent.Confirmed event) {
    Open now = open.get(subject);
    if (now != null && now.confirmed() && now.finding().equals(event.finding())) {
      return;
    }
    close(subject, true, event.at());
    Open suspected = open.get(subject);
    open.put(
        subject,
        new Open(
            true,
            event.finding(),
            suspected == null ? event.since() : suspected.since(),
            event.at(),
            event.finding()));
    entries.add(new Entry(subject, Status.CONFIRMED, event.at()));
  }

  private void close(Subject subject, boolean confirmed, Instant at) {
    Open now = open.get(subject);
    if (now != null && now.confirmed() == confirmed) {
      open.remove(subject);
      entries.add(new Entry(subject, confirmed ? Status.RESOLVED : Status.CONVERGED, at));
    }
  }

  @Override
  public Map<SharedKey, List<Standing>> standings(EntityName entity, Collection<SharedKey> keys) {
    Set<Subject> known = new HashSet<>(open.keySet());
    known.addAll(unverified.keySet());
    Map<SharedKey, List<Standing>> standings = new HashMap<>();
    for (Subject subject : known) {
      if (subject.key().entity().equals(entity) && keys.contains(subject.key().key())) {
        standings
            .computeIfAbsent(subject.key().key(), first -> new ArrayList<>())
            .add(standing(subject, open.get(subject)));
      }
    }
    return standings;
  }

  private Standing standing(Subject subject, @Nullable Open now) {
    return new Standing(
        subject.rule(),
        Optional.ofNullable(now).filter(Open::confirmed).map(Open::finding),
        Optional.ofNullable(now).filter(one -> !one.confirmed()).map(Open::since),
        Optional.ofNullable(unverified.get(subject)));
  }

  @Override
  public List<SharedKey> openKeys(EntityName entity, Optional<SharedKey> after, int limit) {
    Set<Subject> known = new HashSet<>(open.keySet());
    known.addAll(unverified.keySet());
    return known.stream()
        .map(Subject::key)
        .filter(key -> key.entity().equals(entity))
        .map(EntityKey::key)
        .distinct()
        .sorted(Comparator.comparing(SharedKey::toString))
        .filter(
            key -> after.map(last -> key.toString().compareTo(last.toString()) > 0).orElse(true))
        .limit(limit)
        .toList();
  }

  @Override
  public void forgetConvergedBefore(Instant time) {
    entries.removeIf(entry -> entry.status() == Status.CONVERGED && entry.at().isBefore(time));
  }
}
