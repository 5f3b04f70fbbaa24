package io.reconciled.compare;

import static io.reconciled.compare.Keys.ALL;
import static io.reconciled.compare.Keys.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import io.reconciled.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every verdict, whatever was read. */
class CompareKeyPropertiesTest {

  @Property
  void sameReadingsGiveTheSameVerdict(
      @ForAll("rules") Rule rule, @ForAll("readings") Map<DatasetName, Reading> readings) {
    Map<DatasetName, Reading> reversed = new LinkedHashMap<>();
    ALL.reversed().forEach(dataset -> reversed.put(dataset, readings.get(dataset)));
    assertThat(Keys.verdict(rule, reversed)).isEqualTo(Keys.verdict(rule, readings));
  }

  @Property
  void findingDoesNotDependOnTheOrderOfTheRulesDatasets(
      @ForAll("rules") Rule rule,
      @ForAll("orders") List<DatasetName> order,
      @ForAll("readings") Map<DatasetName, Reading> readings) {
    Rule reordered =
        Rule.of(
            RULE,
            switch (rule.check()) {
              case Check.Present present ->
                  new Check.Present(order, present.reference(), present.when());
              case Check.Equal equal ->
                  new Check.Equal(
                      order,
                      equal.attributes(),
                      equal.authority(),
                      equal.normalise(),
                      equal.tolerance());
              case Check other -> other;
            });
    assertThat(withoutDetail(Keys.verdict(reordered, readings)))
        .isEqualTo(withoutDetail(Keys.verdict(rule, readings)));
  }

  @Property
  void whatWasNotReadIsNeverConsistent(
      @ForAll("rules") Rule rule,
      @ForAll("datasets") DatasetName unread,
      @ForAll("readings") Map<DatasetName, Reading> readings) {
    Map<DatasetName, Reading> some = new LinkedHashMap<>(readings);
    some.put(unread, Keys.DOWN);
    assertThat(Keys.verdict(rule, some)).isNotEqualTo(Verdict.CONSISTENT);
    some.remove(unread);
    assertThat(Keys.verdict(rule, some)).isNotEqualTo(Verdict.CONSISTENT);
  }

  @Property
  void findingsRestOnImagesThatWereRead(
      @ForAll("rules") Rule rule, @ForAll("readings") Map<DatasetName, Reading> readings) {
    if (Keys.verdict(rule, readings) instanceof Verdict.Inconsistent(Finding finding)) {
      assertThat(finding.in()).isNotEmpty();
      assertThat(finding.datasets())
          .allSatisfy(dataset -> assertThat(readings.get(dataset)).isInstanceOf(Image.class));
    }
  }

  @Property
  void faultsOfRowsAreWhatTheImagesShow(
      @ForAll("readings") Map<DatasetName, Reading> readings,
      @ForAll("datasets") DatasetName reference) {
    Verdict verdict = Keys.verdict(Keys.present(reference), readings);
    if (verdict instanceof Verdict.Inconsistent(Finding finding)) {
      Class<? extends Reading> shown =
          switch (finding.kind()) {
            case MISSING -> Image.Absent.class;
            case EXTRA -> Image.Present.class;
            case DUPLICATE -> Image.Duplicate.class;
            default -> throw new AssertionError("presence knows rows only: " + finding);
          };
      assertThat(finding.in())
          .allSatisfy(dataset -> assertThat(readings.get(dataset)).isInstanceOf(shown));
    }
  }

  private static String withoutDetail(Verdict verdict) {
    return verdict instanceof Verdict.Unverified ? "unverified" : verdict.toString();
  }

  @Provide
  Arbitrary<Rule> rules() {
    return Arbitraries.oneOf(
        datasets().map(Keys::present),
        datasets().map(authority -> Keys.equalTo(authority, "status", "msisdn")),
        Arbitraries.of(Keys.equal("status"), Keys.equal("msisdn", "status")),
        Arbitraries.of(
                new Check.Absent(Keys.CRM, List.of(Keys.BILLING, Keys.PROFILES), Duration.ZERO),
                new Check.Unique(ALL, "msisdn"),
                new Check.Fresh(ALL, "msisdn", Keys.CRM, Duration.ofMinutes(1)))
            .map(check -> Rule.of(RULE, check)));
  }

  @Provide
  Arbitrary<DatasetName> datasets() {
    return Arbitraries.of(ALL);
  }

  @Provide
  Arbitrary<List<DatasetName>> orders() {
    return Arbitraries.shuffle(ALL);
  }

  @Provide
  Arbitrary<Map<DatasetName, Reading>> readings() {
    return Combinators.combine(reading(), reading(), reading()).as(Keys::readings);
  }

  private static Arbitrary<Reading> reading() {
    Arbitrary<Optional<Value>> value = values().optional();
    Arbitrary<Reading> present =
        Combinators.combine(value, value)
            .as((status, msisdn) -> {
              Map<String, Value> attributes = new LinkedHashMap<>();
              status.ifPresent(some -> attributes.put("status", some));
              msisdn.ifPresent(some -> attributes.put("msisdn", some));
              return new Image.Present(attributes);
            });
    Arbitrary<Reading> other =
        Arbitraries.of(
            Image.ABSENT,
            new Image.Duplicate(2),
            Keys.DOWN,
            new Unread(UnverifiedReason.BEHIND, "capture is behind"));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, present), net.jqwik.api.Tuple.of(2, other));
  }

  private static Arbitrary<Value> values() {
    return Arbitraries.of(
        Value.NULL,
        Value.text(""),
        Value.text("A"),
        Value.number(1),
        Value.number(1.5),
        new Value.Moment(Instant.parse("2026-01-01T00:00:00.123456Z"), 6),
        new Value.Moment(Instant.parse("2026-01-01T00:00:00Z"), 0),
        new Value.Moment(Instant.parse("2026-01-01T00:00:00.124Z"), 3),
        new Value.Unmapped("polygon"));
  }
}
