package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.rules.normalise.Pipeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule demands of the images of one key. */
public sealed interface Check {
  /** The datasets of the rule's own entity that it reads. */
  List<DatasetName> datasets();

  /**
   * The key is in all of these datasets, or in none.
   *
   * @param reference the dataset that decides: what it has is <em>missing in</em> others, what it
   *     lacks is <em>extra in</em> others
   * @param when what the reference must hold for the key to be elsewhere; where it is false the
   *     others must not have the key
   */
  record Present(List<DatasetName> datasets, DatasetName reference, Optional<Condition> when)
      implements Check {
    public Present {
      datasets = List.copyOf(datasets);
    }
  }

  /**
   * What is gone from the authority is gone from the others.
   *
   * @param within how long they may take, from the look on that found the key gone
   */
  record Absent(DatasetName authority, List<DatasetName> from, Duration within) implements Check {
    public Absent {
      from = List.copyOf(from);
    }

    @Override
    public List<DatasetName> datasets() {
      return Stream.concat(Stream.of(authority), from.stream()).toList();
    }
  }

  /**
   * The attributes have equal values in all of these datasets that have the key. Where a key is
   * missing is the business of {@link Present}.
   *
   * @param normalise what is done to every value before, from left to right
   * @param tolerance how far numbers may be apart; zero for not at all
   */
  record Equal(
      List<DatasetName> datasets,
      List<String> attributes,
      Authority authority,
      Pipeline normalise,
      BigDecimal tolerance)
      implements Check {
    public Equal {
      datasets = List.copyOf(datasets);
      attributes = List.copyOf(attributes);
    }

    /** Strictly equal. */
    public Equal(List<DatasetName> datasets, List<String> attributes, Authority authority) {
      this(datasets, attributes, authority, Pipeline.EMPTY, BigDecimal.ZERO);
    }
  }

  /** The condition is true wherever all datasets that it reads have the key. */
  record Matches(Condition condition) implements Check {
    @Override
    public List<DatasetName> datasets() {
      return condition.datasets();
    }
  }

  /** A value of the attribute names at most one key, within and across these datasets. */
  record Unique(List<DatasetName> datasets, String attribute) implements Check {
    public Unique {
      datasets = List.copyOf(datasets);
    }
  }

  /**
   * The attribute's value is a key of another entity.
   *
   * @param keyType what the other entity's keys are
   * @param in the other entity's dataset that must have it
   */
  record References(
      DatasetName from, String attribute, EntityName entity, KeyType keyType, DatasetName in)
      implements Check {
    @Override
    public List<DatasetName> datasets() {
      return List.of(from);
    }
  }

  /** As many rows carry the key as the other side says. */
  record Count(DatasetName of, Amount equals) implements Check {
    @Override
    public List<DatasetName> datasets() {
      return equals.and(of);
    }
  }

  /** The rows of one key add up to what the other side says. */
  record Sum(DatasetName of, String attribute, Amount equals, BigDecimal tolerance)
      implements Check {
    @Override
    public List<DatasetName> datasets() {
      return equals.and(of);
    }
  }

  /**
   * A time is not older than the authority's by more than a duration.
   *
   * @param datasets among them the authority
   */
  record Fresh(List<DatasetName> datasets, String attribute, DatasetName authority, Duration by)
      implements Check {
    public Fresh {
      datasets = List.copyOf(datasets);
    }
  }
}
