package io.reconciled.capture;

import io.reconciled.due.Doubt.Cause;
import io.reconciled.model.Dataset;
import io.reconciled.model.EntityName;
import io.reconciled.model.ReconciledException;
import io.reconciled.model.StoreName;
import io.reconciled.store.Resumable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Notices what a store's log will never tell: the log was lost behind the place on record, the
 * place itself was, or another table stands behind a name. Used by one thread.
 *
 * <p>Doubts are raised before anything is forgotten or kept, and they wait until a place is on
 * record again. So whenever the daemon ends, the next one finds the gap again, or the doubt.
 */
final class NoticeGaps {
  private static final Logger LOG = Logger.getLogger(NoticeGaps.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final String NOWHERE = "no place in its log is on record to go on from";
  private final Capture.Source source;
  private final Positions positions;
  private final FollowedStores stores;
  private final RaiseDoubts doubts;
  private final InstantSource clock;
  private Optional<Instant> looked = Optional.empty();
  private Instant nextLook = Instant.MIN;

  NoticeGaps(
      Capture.Source source,
      Positions positions,
      FollowedStores stores,
      RaiseDoubts doubts,
      InstantSource clock) {
    this.source = source;
    this.positions = positions;
    this.stores = stores;
    this.doubts = doubts;
    this.clock = clock;
  }

  /** To be called before an engine starts; it begins at the end of the log where that is lost. */
  void beforeFollowing() {
    Optional<FollowedStores.Known> known = stores.of(store());
    positions
        .of(store())
        .ifPresentOrElse(
            this::askForLog, () -> known.ifPresent(before -> lost(NOWHERE, before.seen())));
    lookAtTables();
  }

  private void askForLog(Positions.OnRecord place) {
    switch (source.feed().resumable(source.store(), place.offset())) {
      case Resumable.FromThere there -> {}
      case Resumable.Lost(String why, Optional<Instant> since) ->
          lost(why, since.orElse(place.written()));
    }
  }

  /** An engine that finds a part of what is forgotten would not begin at the end of the log. */
  private void lost(String why, Instant since) {
    doubts.raise(entities(source.datasets()), Cause.LOG_LOST, since, why);
    positions.forget(store());
  }

  /** To be called where an engine ended because it did not get the log behind its place. */
  void refused(String why) {
    Instant now = clock.instant();
    lost(why, positions.of(store()).map(Positions.OnRecord::written).orElse(now));
  }

  /**
   * To be called often while an engine follows the log; looks every few seconds, and at what fails
   * then again.
   *
   * @return why the engine must be started anew; empty where it may go on
   */
  Optional<String> whileFollowing() {
    Instant now = clock.instant();
    if (now.isBefore(nextLook)) {
      return Optional.empty();
    }
    try {
      boolean placed = positions.of(store()).isPresent();
      if (placed) {
        doubts.followed();
      }
      nextLook = placed ? now.plus(BETWEEN_LOOKS) : now;
      return lookAtTables();
    } catch (ReconciledException notNow) {
      LOG.debugf("store %s: gaps could not be looked for: %s", store(), notNow.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> lookAtTables() {
    Instant at = clock.instant();
    Map<List<String>, String> now = source.feed().identities(source.store(), source.datasets());
    FollowedStores.Known known =
        stores.of(store()).orElseGet(() -> new FollowedStores.Known(Map.of(), at));
    List<Dataset> gone =
        source.datasets().stream()
            .filter(dataset -> isAnother(dataset.container(), known.identities(), now))
            .toList();
    Optional<String> why = why(gone);
    why.ifPresent(
        what -> doubts.raise(entities(gone), Cause.EMPTIED, looked.orElse(known.seen()), what));
    if (looked.isEmpty() || !known.identities().equals(now)) {
      stores.keep(store(), new FollowedStores.Known(now, at));
    }
    looked = Optional.of(at);
    return why;
  }

  /** What was not there before tells of its rows by changes. */
  private static boolean isAnother(
      List<String> container, Map<List<String>, String> before, Map<List<String>, String> now) {
    String identity = before.get(container);
    return identity != null && !identity.equals(now.get(container));
  }

  private static Optional<String> why(List<Dataset> gone) {
    return gone.isEmpty()
        ? Optional.empty()
        : Optional.of(
            gone.stream()
                .map(dataset -> String.join(".", dataset.container()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "", " was dropped, or another took its name")));
  }

  private static Set<EntityName> entities(List<Dataset> datasets) {
    return datasets.stream().map(Dataset::entity).collect(Collectors.toSet());
  }

  private StoreName store() {
    return source.store().name();
  }
}
