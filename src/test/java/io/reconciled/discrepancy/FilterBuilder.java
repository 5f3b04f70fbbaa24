package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import java.time.Instant;
import java.util.Optional;

/** A filter of which a test names only the parts that it is about. */
final class FilterBuilder {
  private Optional<EntityName> entity = Optional.empty();
  private Optional<RuleName> rule = Optional.empty();
  private Optional<DatasetName> dataset = Optional.empty();
  private Optional<String> key = Optional.empty();
  private Optional<Status> status = Optional.empty();
  private Optional<Finding.Kind> kind = Optional.empty();
  private Optional<Instant> since = Optional.empty();

  FilterBuilder entity(EntityName wanted) {
    entity = Optional.of(wanted);
    return this;
  }

  FilterBuilder rule(RuleName wanted) {
    rule = Optional.of(wanted);
    return this;
  }

  FilterBuilder dataset(DatasetName wanted) {
    dataset = Optional.of(wanted);
    return this;
  }

  FilterBuilder key(String wanted) {
    key = Optional.of(wanted);
    return this;
  }

  FilterBuilder status(Status wanted) {
    status = Optional.of(wanted);
    return this;
  }

  FilterBuilder kind(Finding.Kind wanted) {
    kind = Optional.of(wanted);
    return this;
  }

  FilterBuilder since(Instant wanted) {
    since = Optional.of(wanted);
    return this;
  }

  Filter build() {
    return new Filter(entity, rule, dataset, key, status, kind, since);
  }
}
