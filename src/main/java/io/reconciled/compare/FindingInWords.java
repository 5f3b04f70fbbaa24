package io.reconciled.compare;

import io.reconciled.rules.Amount;
import io.reconciled.rules.Check;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A finding in the words of the rule that was broken. */
public final class FindingInWords {
  private FindingInWords() {}

  /**
   * As one phrase, without values: {@code does not hold: billing.limit >= crm.minimum}.
   *
   * @param check of the rule as it is in force; empty where it is in force no more
   */
  public static String of(Finding finding, Optional<Check> check) {
    String plain = finding.toString();
    return switch (finding.kind()) {
      case MISSING, DUPLICATE, DIFFERS, SHARED -> plain;
      case VIOLATED ->
          check.orElse(null) instanceof Check.Matches matches
              ? "does not hold: " + matches.condition().source()
              : plain;
      case UNWANTED ->
          check.orElse(null) instanceof Check.Present present && present.when().isPresent()
              ? plain + ", where this is false: " + present.when().get().source()
              : plain;
      case EXTRA -> extra(finding, check).orElse(plain);
      case DANGLING ->
          check.orElse(null) instanceof Check.References to
              ? "%s in %s names a key of %s that is not there in %s"
                  .formatted(to.attribute(), to.from(), to.entity(), to.in())
              : plain;
      case MISCOUNTED ->
          check.orElse(null) instanceof Check.Count count
              ? "rows in %s are not as many as %s".formatted(count.of(), of(count.equals()))
              : plain;
      case MISTOTALLED ->
          check.orElse(null) instanceof Check.Sum sum
              ? "%s in %s does not add up to %s"
                  .formatted(sum.attribute(), sum.of(), of(sum.equals()))
              : plain;
      case STALE ->
          check.orElse(null) instanceof Check.Fresh fresh
              ? plain + " by more than " + of(fresh.by())
              : plain;
    };
  }

  private static Optional<String> extra(Finding finding, Optional<Check> check) {
    String in =
        "extra in " + String.join(", ", finding.in().stream().map(Object::toString).toList());
    return switch (check.orElse(null)) {
      case Check.Present present when present.when().isPresent() ->
          Optional.of(
              "%s, absent in %s or not so there: %s"
                  .formatted(in, present.reference(), present.when().get().source()));
      case Check.Absent absent ->
          Optional.of(
              "%s, gone from %s for more than %s"
                  .formatted(in, absent.authority(), of(absent.within())));
      case null, default -> Optional.empty();
    };
  }

  private static String of(Amount amount) {
    return switch (amount) {
      case Amount.Of(var dataset, var attribute) -> attribute + " in " + dataset;
      case Amount.Rows(var dataset) -> "those in " + dataset;
    };
  }

  /** {@code 30d}, {@code 10m}, {@code 1m30s}: as a rules file says it. */
  private static String of(Duration duration) {
    return duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))
        ? duration.toDays() + "d"
        : duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
