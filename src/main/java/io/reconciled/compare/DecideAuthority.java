package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.Value;
import io.reconciled.rules.Authority;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Which dataset is right, told from the images at hand. It is asked when somebody wants to know,
 * and says nothing where it would have to guess: where a dataset that may outrank the others was
 * not read, or where the newest cannot be told.
 */
public final class DecideAuthority {
  private DecideAuthority() {}

  /**
   * @param datasets that the rule reads
   * @param readings canonical
   */
  public static Optional<DatasetName> of(
      Authority authority, List<DatasetName> datasets, Readings readings) {
    return switch (authority) {
      case Authority.One(DatasetName dataset) -> Optional.of(dataset);
      case Authority.FirstOf(List<DatasetName> order) -> first(order, readings);
      case Authority.Newest(String attribute) -> newest(attribute, datasets, readings);
      case Authority.Nobody nobody -> Optional.empty();
    };
  }

  private static Optional<DatasetName> first(List<DatasetName> order, Readings readings) {
    for (DatasetName dataset : order) {
      switch (readings.of(dataset)) {
        case Image.Present present -> {
          return Optional.of(dataset);
        }
        case Image.Absent absent -> {}
        case Image.Several several -> {
          return Optional.empty();
        }
        case Image.Duplicate duplicate -> {
          return Optional.empty();
        }
        case Unread unread -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<DatasetName> newest(
      String attribute, List<DatasetName> datasets, Readings readings) {
    Optional<DatasetName> newest = Optional.empty();
    Optional<BigDecimal> greatest = Optional.empty();
    boolean tie = false;
    for (DatasetName dataset : datasets) {
      if (readings.of(dataset) instanceof Image.Absent) {
        continue;
      }
      Optional<BigDecimal> age =
          Attribute.of(readings, dataset, attribute).flatMap(DecideAuthority::rank);
      if (age.isEmpty()) {
        return Optional.empty();
      }
      int order = greatest.map(age.get()::compareTo).orElse(1);
      tie = order == 0 || (tie && order < 0);
      if (order > 0) {
        newest = Optional.of(dataset);
        greatest = age;
      }
    }
    return tie ? Optional.empty() : newest;
  }

  private static Optional<BigDecimal> rank(Value value) {
    return switch (value) {
      case Value.Moment moment -> Optional.of(seconds(moment.instant()));
      case Value.LocalMoment local -> Optional.of(seconds(local.local().toInstant(ZoneOffset.UTC)));
      default -> Amounts.number(value);
    };
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond())
        .add(BigDecimal.valueOf(instant.getNano(), 9));
  }
}
