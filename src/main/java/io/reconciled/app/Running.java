package io.reconciled.app;

import io.reconciled.capture.Captures;
import io.reconciled.model.EntityRule;
import io.reconciled.recheck.LookAtKey;
import io.reconciled.report.FollowSegments;
import io.reconciled.report.FollowSweeps;
import io.reconciled.report.LookNow;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.RulesState;
import io.reconciled.report.StoreStates;
import io.reconciled.rules.Configuration;
import java.time.Instant;
import java.util.Map;

/** A configuration in force, and everything that runs by it. */
final class Running {
  private final Parts parts;
  private final Daemon daemon;
  private final Map<EntityRule, Instant> since;
  private final Instant read;
  private final StoreStates stores;

  /**
   * @param since when each rule came to mean what it means
   * @param read when its files were read
   */
  Running(
      Parts parts, Captures captures, Daemon daemon, Map<EntityRule, Instant> since, Instant read) {
    this.parts = parts;
    this.daemon = daemon;
    this.since = Map.copyOf(since);
    this.read = read;
    this.stores = new DescribeStores(parts, captures);
  }

  Configuration configuration() {
    return parts.configuration();
  }

  /** When its files were read. */
  Instant read() {
    return read;
  }

  RulesInForce.Snapshot snapshot(RulesState state) {
    return new RulesInForce.Snapshot(
        parts.configuration(), since, parts.due(), parts.runSweeps(), state);
  }

  /** Types of columns that have changed since it came into force are meant by it. */
  void meanTypes() {
    parts.fits().meanTypes(parts.clock().instant());
  }

  FollowSweeps follow() {
    return parts.gauge()::of;
  }

  FollowSegments segments() {
    return entity -> parts.segments(entity).now();
  }

  StoreStates stores() {
    return stores;
  }

  LookNow lookNow() {
    LookAtKey look = new LookAtKey(parts.readImages(), parts.answerLookups());
    return (entity, key) -> {
      LookAtKey.Glance glance = look.glance(entity, key);
      return new LookNow.Glance(glance.readings(), glance.verdicts());
    };
  }

  /** Returns when nothing of it runs any more, however long that takes. */
  void end() {
    daemon.end();
  }

  /** Ends within a time that a process may take to end. */
  void close() {
    daemon.close();
  }
}
