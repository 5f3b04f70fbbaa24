package io.reconciled.compare;

import static io.reconciled.compare.Keys.BILLING;
import static io.reconciled.compare.Keys.CRM;
import static io.reconciled.compare.Keys.DOWN;
import static io.reconciled.compare.Keys.PROFILES;
import static io.reconciled.compare.Keys.equal;
import static io.reconciled.compare.Keys.equalTo;
import static io.reconciled.compare.Keys.present;
import static io.reconciled.compare.Keys.readings;
import static io.reconciled.compare.Keys.status;
import static io.reconciled.compare.Keys.verdict;
import static io.reconciled.model.Image.ABSENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Finding.Kind;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.ValueMaps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompareKeyTest {
  private static final Image HERE = status("ACTIVE");
  private static final Image TWICE = new Image.Duplicate(2);

  private static Verdict inconsistent(
      Kind kind, List<String> attributes, Set<DatasetName> in, Optional<DatasetName> against) {
    return new Verdict.Inconsistent(new Finding(kind, attributes, new TreeSet<>(in), against));
  }

  private static Verdict rows(Kind kind, Set<DatasetName> in, DatasetName against) {
    return inconsistent(kind, List.of(), in, Optional.of(against));
  }

  private static Verdict differs(Set<DatasetName> in, Optional<DatasetName> from) {
    return inconsistent(Kind.DIFFERS, List.of("status"), in, from);
  }

  private static void assertUnverified(Verdict verdict, UnverifiedReason reason) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Unverified.class,
            unverified -> {
              assertThat(unverified.reason()).isEqualTo(reason);
              assertThat(unverified.detail()).isNotBlank();
            });
  }

  @Nested
  class Presence {
    @Test
    void everywhereOrNowhereIsConsistent() {
      assertThat(verdict(present(CRM), readings(HERE, HERE, HERE))).isEqualTo(Verdict.CONSISTENT);
      assertThat(verdict(present(CRM), readings(ABSENT, ABSENT, ABSENT)))
          .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void whatTheReferenceHasIsMissingInOthers() {
      assertThat(verdict(present(CRM), readings(HERE, ABSENT, HERE)))
          .isEqualTo(rows(Kind.MISSING, Set.of(BILLING), CRM));
      assertThat(verdict(present(CRM), readings(HERE, ABSENT, ABSENT)))
          .isEqualTo(rows(Kind.MISSING, Set.of(BILLING, PROFILES), CRM));
    }

    @Test
    void whatTheReferenceLacksIsExtraInOthers() {
      assertThat(verdict(present(CRM), readings(ABSENT, HERE, HERE)))
          .isEqualTo(rows(Kind.EXTRA, Set.of(BILLING, PROFILES), CRM));
      assertThat(verdict(present(BILLING), readings(HERE, ABSENT, ABSENT)))
          .isEqualTo(rows(Kind.EXTRA, Set.of(CRM), BILLING));
    }

    @Test
    void severalRowsAreAFindingOfTheirOwn() {
      assertThat(verdict(present(CRM), readings(HERE, TWICE, ABSENT)))
          .isEqualTo(inconsistent(Kind.DUPLICATE, List.of(), Set.of(BILLING), Optional.empty()));
    }

    @Test
    void unreadReferenceLeavesAllUnverified() {
      assertUnverified(
          verdict(present(CRM), readings(DOWN, HERE, ABSENT)), UnverifiedReason.UNREACHABLE);
    }

    @Test
    void unreadDatasetHidesNothingThatOthersShow() {
      assertThat(verdict(present(CRM), readings(HERE, DOWN, ABSENT)))
          .isEqualTo(rows(Kind.MISSING, Set.of(PROFILES), CRM));
      assertUnverified(
          verdict(present(CRM), readings(HERE, DOWN, HERE)), UnverifiedReason.UNREACHABLE);
    }

    @Test
    void datasetThatNobodyAskedIsNotAbsent() {
      assertUnverified(
          verdict(present(CRM), Map.of(CRM, HERE, BILLING, HERE)), UnverifiedReason.UNREACHABLE);
    }
  }

  @Nested
  class Equality {
    @Test
    void equalWhereverTheKeyIs() {
      assertThat(verdict(equal("status"), readings(HERE, ABSENT, HERE)))
          .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void withoutAuthorityAllThatPartakeAreNamed() {
      assertThat(verdict(equal("status"), readings(HERE, status("GONE"), ABSENT)))
          .isEqualTo(differs(Set.of(CRM, BILLING), Optional.empty()));
      assertThat(verdict(equal("status"), readings(HERE, status("GONE"), HERE)))
          .isEqualTo(differs(Set.of(CRM, BILLING, PROFILES), Optional.empty()));
    }

    @Test
    void withAuthorityOnlyThoseThatDifferFromItAreNamed() {
      assertThat(verdict(equalTo(CRM, "status"), readings(HERE, status("GONE"), HERE)))
          .isEqualTo(differs(Set.of(BILLING), Optional.of(CRM)));
    }

    @Test
    void withoutTheAuthoritysImageNobodyIsWrong() {
      assertThat(verdict(equalTo(CRM, "status"), readings(ABSENT, status("GONE"), HERE)))
          .isEqualTo(Verdict.CONSISTENT);
      assertUnverified(
          verdict(equalTo(CRM, "status"), readings(DOWN, status("GONE"), HERE)),
          UnverifiedReason.UNREACHABLE);
    }

    @Test
    void everyDifferingAttributeIsNamedInTheRulesOrder() {
      Image one = new Image.Present(Map.of("status", Value.text("A"), "msisdn", Value.text("1")));
      Image other = new Image.Present(Map.of("status", Value.text("B"), "msisdn", Value.text("2")));
      assertThat(verdict(equal("status", "msisdn"), readings(one, other, ABSENT)))
          .isEqualTo(
              inconsistent(
                  Kind.DIFFERS,
                  List.of("status", "msisdn"),
                  Set.of(CRM, BILLING),
                  Optional.empty()));
    }

    @Test
    void valueMapsAreReadBeforeComparing() {
      ValueMaps billing =
          new ValueMaps(
              Map.of(
                  "status",
                  Map.of(
                      Value.text("A"),
                      Value.text("ACTIVE"),
                      Value.number(1),
                      Value.text("ACTIVE"))));
      for (Value stored : List.of(Value.text("A"), Value.number(1), Value.text("ACTIVE"))) {
        assertThat(
                verdict(
                    equal("status"),
                    Map.of(BILLING, billing),
                    readings(HERE, status(stored), ABSENT)))
            .isEqualTo(Verdict.CONSISTENT);
      }
      assertThat(
              verdict(
                  equal("status"),
                  Map.of(BILLING, billing),
                  readings(status("A"), status("A"), ABSENT)))
          .isEqualTo(differs(Set.of(CRM, BILLING), Optional.empty()));
    }

    @Test
    void severalRowsLeaveEqualityUnverified() {
      assertUnverified(
          verdict(equal("status"), readings(HERE, TWICE, HERE)), UnverifiedReason.DUPLICATE);
    }

    @Test
    void nullAbsentFieldAndEmptyTextAreThreeThings() {
      Image none = new Image.Present(Map.of());
      List<Image> three = List.of(none, status(Value.NULL), status(""));
      for (Image one : three) {
        for (Image other : three) {
          boolean consistent =
              verdict(equal("status"), readings(one, other, ABSENT)).equals(Verdict.CONSISTENT);
          assertThat(consistent).as("%s and %s", one, other).isEqualTo(one.equals(other));
        }
      }
    }

    @Test
    void momentsAreComparedAtTheCoarserPrecisionCutTowardThePast() {
      assertSame(moment("2026-01-01T00:00:00.123456Z", 6), moment("2026-01-01T00:00:00.123Z", 3));
      assertSame(moment("1969-12-31T23:59:59.9999Z", 6), moment("1969-12-31T23:59:59.999Z", 3));
      assertSame(moment("1969-12-31T23:59:59.9999Z", 6), moment("1969-12-31T23:59:59Z", 0));
      assertThat(
              verdict(
                  equal("status"),
                  readings(
                      moment("2026-01-01T00:00:00.123456Z", 6),
                      moment("2026-01-01T00:00:00.124Z", 3),
                      ABSENT)))
          .isEqualTo(differs(Set.of(CRM, BILLING), Optional.empty()));
    }

    @Test
    void precisionsThatDifferNameOnlyTheUnequalPair() {
      assertThat(
              verdict(
                  equal("status"),
                  readings(
                      moment("2026-01-01T00:00:00.123456Z", 6),
                      moment("2026-01-01T00:00:00Z", 0),
                      moment("2026-01-01T00:00:00.124Z", 3))))
          .isEqualTo(differs(Set.of(CRM, PROFILES), Optional.empty()));
    }

    @Test
    void valuesOfUnlikeKindsCannotBeCompared() {
      assertUnverified(
          verdict(equal("status"), readings(status("1"), status(Value.number(1)), ABSENT)),
          UnverifiedReason.TYPE);
    }

    @Test
    void unmappedTypesCannotBeComparedEvenWithThemselves() {
      Image unmapped = status(new Value.Unmapped("polygon"));
      for (Image other : List.of(unmapped, HERE, status(Value.NULL), new Image.Present(Map.of()))) {
        Verdict verdict = verdict(equal("status"), readings(unmapped, other, ABSENT));
        assertUnverified(verdict, UnverifiedReason.TYPE);
        assertThat(((Verdict.Unverified) verdict).detail()).contains("status", "polygon", "crm");
      }
    }

    @Test
    void differenceCountsBesideWhatCannotBeCompared() {
      assertThat(
              verdict(
                  equal("status"),
                  readings(HERE, status("GONE"), status(new Value.Unmapped("polygon")))))
          .isEqualTo(differs(Set.of(CRM, BILLING), Optional.empty()));
    }

    @Test
    void numbersAreEqualByValueWhateverHoldsThem() {
      assertSame(status(Value.number(new java.math.BigDecimal("1.00"))), status(Value.number(1.0)));
      assertSame(status(Value.number(Double.NaN)), status(Value.number(Double.NaN)));
      assertThat(
              verdict(
                  equal("status"),
                  readings(
                      status(Value.number(0.1)),
                      status(Value.number(new java.math.BigDecimal("0.1"))),
                      ABSENT)))
          .isInstanceOf(Verdict.Inconsistent.class);
    }

    private static Image moment(String instant, int digits) {
      return status(new Value.Moment(Instant.parse(instant), digits));
    }

    private static void assertSame(Image one, Image other) {
      assertThat(verdict(equal("status"), readings(one, other, ABSENT)))
          .isEqualTo(Verdict.CONSISTENT);
    }
  }
}
