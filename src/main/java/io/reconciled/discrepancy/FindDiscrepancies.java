package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.RuleName;
import io.reconciled.model.UnverifiedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions that reports and alerts ask of the record. */
public interface FindDiscrepancies {

  /** All parts are optional and must all hold. */
  record Filter(
      Optional<EntityName> entity,
      Optional<RuleName> rule,
      Optional<DatasetName> dataset,
      Optional<String> key,
      Optional<Status> status,
      Optional<Finding.Kind> kind,
      Optional<Instant> since) {

    /** Everything in this status. */
    public static Filter in(Status status) {
      return new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(status),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * In the order of ids, oldest first.
   *
   * @param after the last id of the page before, 0 for the first page
   */
  List<Discrepancy> page(Filter filter, long after, int limit);

  /**
   * In the order of ids, newest first.
   *
   * @param except rules whose discrepancies are left out
   */
  List<Discrepancy> newest(Filter filter, Set<EntityRule> except, int limit);

  /** One, with its history. */
  Optional<Discrepancy> byId(long id);

  /** Counts per rule; a rule with nothing on record is missing. */
  List<RuleCounts> counts();

  /**
   * @param convergence how long what converged late took, from first seen to healed; empty where
   *     nothing has
   */
  record RuleCounts(
      EntityName entity,
      RuleName rule,
      long suspected,
      long confirmed,
      long resolved,
      long converged,
      Optional<Percentiles> convergence) {}

  /** The middle, the 95th percentile and the largest. */
  record Percentiles(Duration median, Duration p95, Duration max) {}

  /** What is unverified for a reason that lies in the key, counted. */
  List<UnverifiedCount> unverified();

  /**
   * @param example one of the details on record
   */
  record UnverifiedCount(
      EntityName entity, RuleName rule, UnverifiedReason reason, long keys, String example) {}
}
