package io.reconciled.compare;

import static io.reconciled.compare.Keys.ALL;
import static io.reconciled.compare.Keys.BILLING;
import static io.reconciled.compare.Keys.CRM;
import static io.reconciled.compare.Keys.DOWN;
import static io.reconciled.compare.Keys.PROFILES;
import static io.reconciled.compare.Keys.RULE;
import static io.reconciled.compare.Keys.readings;
import static io.reconciled.compare.Keys.status;
import static io.reconciled.model.Image.ABSENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Finding.Kind;
import io.reconciled.model.Answer;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.Lookup;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Amount;
import io.reconciled.rules.Check;
import io.reconciled.rules.Condition;
import io.reconciled.rules.Mapping;
import io.reconciled.rules.Rule;
import io.reconciled.rules.ValueMaps;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompareChecksTest {
  private static final Image HERE = status("ACTIVE");
  private static final SharedKey ONE = SharedKey.of(1);

  private static Verdict verdict(Check check, Reading crm, Reading billing, Reading profiles) {
    return Keys.verdict(Rule.of(RULE, check), readings(crm, billing, profiles));
  }

  private static Verdict broken(
      Kind kind, List<String> attributes, Set<DatasetName> in, Optional<DatasetName> against) {
    return new Verdict.Inconsistent(new Finding(kind, attributes, new TreeSet<>(in), against));
  }

  private static void assertUnverified(Verdict verdict, UnverifiedReason reason) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Unverified.class,
            unverified -> assertThat(unverified.reason()).isEqualTo(reason));
  }

  private static Image number(String attribute, long number) {
    return new Image.Present(Map.of(attribute, Value.number(number)));
  }

  @Nested
  class PresenceUnderACondition {
    private final Check wanted =
        new Check.Present(ALL, CRM, Optional.of(StatusIs.in(CRM, "ACTIVE")));

    @Test
    void whereItIsTrueTheKeyIsMissedElsewhere() {
      assertThat(verdict(wanted, HERE, ABSENT, HERE))
          .isEqualTo(broken(Kind.MISSING, List.of(), Set.of(BILLING), Optional.of(CRM)));
    }

    @Test
    void whereItIsFalseTheKeyIsInTheWay() {
      assertThat(verdict(wanted, status("TERMINATED"), ABSENT, HERE))
          .isEqualTo(broken(Kind.UNWANTED, List.of(), Set.of(PROFILES), Optional.of(CRM)));
      assertThat(verdict(wanted, status("TERMINATED"), ABSENT, ABSENT))
          .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void whereItCannotBeToldNothingIsClaimed() {
      assertUnverified(
          verdict(wanted, new Image.Present(Map.of()), HERE, HERE), UnverifiedReason.TYPE);
      assertUnverified(
          verdict(wanted, status("TERMINATED"), DOWN, ABSENT), UnverifiedReason.UNREACHABLE);
    }
  }

  @Nested
  class Absence {
    private final Check gone =
        new Check.Absent(CRM, List.of(BILLING, PROFILES), Duration.ofDays(30));

    @Test
    void whatIsGoneFromTheAuthorityIsGoneEverywhere() {
      assertThat(verdict(gone, ABSENT, ABSENT, ABSENT)).isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(gone, ABSENT, HERE, ABSENT))
          .isEqualTo(broken(Kind.EXTRA, List.of(), Set.of(BILLING), Optional.of(CRM)));
    }

    @Test
    void whatTheAuthorityHasMayBeMissingElsewhere() {
      assertThat(verdict(gone, HERE, ABSENT, HERE)).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void rowMarkedAsDeletedCountsAsGone() {
      Mapping marked =
          new Mapping(Map.of(), ValueMaps.NONE, new LinkedHashMap<>(), Optional.of("deleted"));
      Value since = new Value.Moment(Instant.EPOCH, 6);
      assertThat(marked.canonical(new Image.Present(Map.of("deleted", since)))).isEqualTo(ABSENT);
      Image alive = new Image.Present(Map.of("deleted", Value.NULL));
      assertThat(marked.canonical(alive)).isEqualTo(alive);
    }
  }

  @Nested
  class Conditions {
    private final Check active = new Check.Matches(StatusIs.in(CRM, "ACTIVE"));

    @Test
    void trueHoldsAndFalseIsViolated() {
      assertThat(verdict(active, HERE, ABSENT, ABSENT)).isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(active, status("GONE"), ABSENT, ABSENT))
          .isEqualTo(broken(Kind.VIOLATED, List.of(), Set.of(CRM), Optional.empty()));
    }

    @Test
    void keyThatIsNotThereIsNoMatterOfIt() {
      assertThat(verdict(active, ABSENT, HERE, HERE)).isEqualTo(Verdict.CONSISTENT);
      assertUnverified(verdict(active, DOWN, HERE, HERE), UnverifiedReason.UNREACHABLE);
    }
  }

  @Nested
  class Uniqueness {
    private final Check unique = new Check.Unique(List.of(CRM, BILLING), "status");
    private final EntityKey key = new EntityKey(new EntityName("subscriber"), ONE);

    private Verdict verdict(Map<DatasetName, Answer> answers) {
      Map<Lookup, Answer> answered = new HashMap<>();
      answers.forEach((dataset, answer) ->
          answered.put(new Lookup.Holders(dataset, "status", Value.text("ACTIVE"), key), answer));
      Readings readings = new Readings(new HashMap<>(readings(HERE, HERE, ABSENT))).with(answered);
      return new CompareKey(Keys.entity(Rule.of(RULE, unique), Map.of()))
          .verdicts(ONE, readings)
          .get(RULE);
    }

    private static Answer held(long... keys) {
      TreeSet<SharedKey> by = new TreeSet<>();
      for (long other : keys) {
        by.add(SharedKey.of(other));
      }
      return new Answer.Found(by);
    }

    @Test
    void valueHeldByNobodyElseIsUnique() {
      assertThat(verdict(Map.of(CRM, held(), BILLING, held()))).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void otherHoldersAreAFindingWhereTheyAre() {
      assertThat(verdict(Map.of(CRM, held(), BILLING, held(7))))
          .isEqualTo(broken(Kind.SHARED, List.of("status"), Set.of(BILLING), Optional.empty()));
    }

    @Test
    void whatWasNotAskedIsNotUnique() {
      assertUnverified(verdict(Map.of(CRM, held())), UnverifiedReason.UNREACHABLE);
    }
  }

  @Nested
  class References {
    private final EntityName tariffs = new EntityName("tariff");
    private final DatasetName catalog = new DatasetName("catalog");
    private final Check references =
        new Check.References(CRM, "status", tariffs, KeyType.TEXT, catalog);

    private Verdict verdict(Reading crm, Set<SharedKey> found) {
      Lookup asked = new Lookup.Exists(tariffs, catalog, SharedKey.of("ACTIVE"));
      Readings readings =
          new Readings(new HashMap<>(readings(crm, ABSENT, ABSENT)))
              .with(Map.of(asked, new Answer.Found(new TreeSet<>(found))));
      return new CompareKey(Keys.entity(Rule.of(RULE, references), Map.of()))
          .verdicts(ONE, readings)
          .get(RULE);
    }

    @Test
    void keyThatIsThereMayBeReferredTo() {
      assertThat(verdict(HERE, Set.of(SharedKey.of("ACTIVE")))).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void keyThatIsNotThereDangles() {
      assertThat(verdict(HERE, Set.of()))
          .isEqualTo(broken(Kind.DANGLING, List.of("status"), Set.of(CRM), Optional.empty()));
    }

    @Test
    void nothingRefersToNothing() {
      assertThat(verdict(status(Value.NULL), Set.of())).isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(ABSENT, Set.of())).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void valueThatCannotBeAKeyIsUnverified() {
      assertUnverified(verdict(number("status", 7), Set.of()), UnverifiedReason.TYPE);
    }
  }

  @Nested
  class Amounts {
    private final Check count = new Check.Count(PROFILES, new Amount.Of(CRM, "cards"));
    private final Check sum =
        new Check.Sum(PROFILES, "amount", new Amount.Of(CRM, "total"), new BigDecimal("0.5"));

    private static Image rows(long... amounts) {
      return new Image.Several(
          java.util.Arrays.stream(amounts)
              .mapToObj(amount -> Map.of("amount", Value.number(amount)))
              .toList());
    }

    @Test
    void rowsAreAsManyAsTheOtherSideSays() {
      assertThat(verdict(count, number("cards", 2), ABSENT, rows(1, 1)))
          .isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(count, number("cards", 0), ABSENT, ABSENT)).isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(count, number("cards", 2), ABSENT, ABSENT))
          .isEqualTo(broken(Kind.MISCOUNTED, List.of(), Set.of(PROFILES), Optional.of(CRM)));
    }

    @Test
    void rowsOfTwoDatasetsAreCounted() {
      Check alike = new Check.Count(PROFILES, new Amount.Rows(BILLING));
      assertThat(verdict(alike, ABSENT, rows(5, 6), rows(1, 2))).isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(alike, ABSENT, rows(5), rows(1, 2)))
          .isEqualTo(broken(Kind.MISCOUNTED, List.of(), Set.of(PROFILES), Optional.of(BILLING)));
    }

    @Test
    void rowsAddUpWithinTheTolerance() {
      assertThat(verdict(sum, number("total", 3), ABSENT, rows(1, 2)))
          .isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(sum, number("total", 4), ABSENT, rows(1, 2)))
          .isEqualTo(
              broken(Kind.MISTOTALLED, List.of("amount"), Set.of(PROFILES), Optional.of(CRM)));
    }

    @Test
    void keyThatTheOtherSideLacksIsNoMatterOfIt() {
      assertThat(verdict(sum, ABSENT, ABSENT, rows(1))).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void whatIsNoNumberOrNotReadIsUnverified() {
      Image text = new Image.Several(List.of(Map.of("amount", Value.text("1"))));
      assertUnverified(verdict(sum, number("total", 1), ABSENT, text), UnverifiedReason.TYPE);
      assertUnverified(
          verdict(count, number("cards", 1), ABSENT, DOWN), UnverifiedReason.UNREACHABLE);
      assertUnverified(
          verdict(count, new Image.Duplicate(2), ABSENT, rows(1)), UnverifiedReason.DUPLICATE);
    }
  }

  @Nested
  class Freshness {
    private final Check fresh = new Check.Fresh(ALL, "at", CRM, Duration.ofMinutes(10));

    private static Image at(String time) {
      return new Image.Present(Map.of("at", new Value.Moment(Instant.parse(time), 6)));
    }

    @Test
    void timeMayLagByTheDurationAndNoMore() {
      Image now = at("2026-01-01T12:10:00Z");
      assertThat(verdict(fresh, now, at("2026-01-01T12:00:00Z"), ABSENT))
          .isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(fresh, now, at("2026-01-01T11:59:59Z"), ABSENT))
          .isEqualTo(broken(Kind.STALE, List.of("at"), Set.of(BILLING), Optional.of(CRM)));
    }

    @Test
    void newerThanTheAuthorityIsFresh() {
      assertThat(verdict(fresh, at("2026-01-01T12:00:00Z"), at("2027-01-01T12:00:00Z"), ABSENT))
          .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void whatIsNoTimeIsUnverified() {
      assertUnverified(
          verdict(fresh, at("2026-01-01T12:00:00Z"), status("x"), ABSENT), UnverifiedReason.TYPE);
    }
  }

  @Nested
  class Tolerances {
    @Test
    void numbersMayBeAsFarApartAsTheToleranceSays() {
      Check equal =
          new Check.Equal(
              List.of(CRM, BILLING),
              List.of("n"),
              new io.reconciled.rules.Authority.One(CRM),
              io.reconciled.rules.normalise.Pipeline.EMPTY,
              BigDecimal.TWO);
      assertThat(verdict(equal, number("n", 5), number("n", 7), ABSENT))
          .isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(equal, number("n", 5), number("n", 8), ABSENT))
          .isEqualTo(broken(Kind.DIFFERS, List.of("n"), Set.of(BILLING), Optional.of(CRM)));
    }
  }

  /** The status of one dataset is a given text; no status is no answer. */
  private record StatusIs(DatasetName dataset, String text) implements Condition {
    static Condition in(DatasetName dataset, String text) {
      return new StatusIs(dataset, text);
    }

    @Override
    public String source() {
      return dataset + ".status == '" + text + "'";
    }

    @Override
    public List<DatasetName> datasets() {
      return List.of(dataset);
    }

    @Override
    public Outcome over(Map<DatasetName, Map<String, Value>> images) {
      Value status = images.getOrDefault(dataset, Map.of()).get("status");
      return status == null
          ? new Outcome.Undecided("no status")
          : new Outcome.Decided(status.equals(Value.text(text)));
    }
  }
}
