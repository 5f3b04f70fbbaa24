package io.reconciled.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Finding.Kind;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Value;
import io.reconciled.rules.Amount;
import io.reconciled.rules.Check;
import io.reconciled.rules.Condition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FindingInWordsTest {
  private static final DatasetName CRM = new DatasetName("crm");
  private static final DatasetName BILLING = new DatasetName("billing");

  @Test
  void aViolatedConditionIsTold() {
    Check matches = new Check.Matches(condition("billing.limit >= crm.minimum"));
    assertThat(words(Kind.VIOLATED, List.of(), matches))
        .isEqualTo("does not hold: billing.limit >= crm.minimum");
  }

  @Test
  void whatIsExtraSaysUnderWhichConditionItMayBeThere() {
    Check present =
        new Check.Present(
            List.of(CRM, BILLING), CRM, Optional.of(condition("crm.status != 'TERMINATED'")));
    assertThat(words(Kind.EXTRA, List.of(), present))
        .isEqualTo("extra in billing, absent in crm or not so there: crm.status != 'TERMINATED'");
    assertThat(words(Kind.UNWANTED, List.of(), present))
        .endsWith(", where this is false: crm.status != 'TERMINATED'");
  }

  @Test
  void whatShouldBeGoneSaysForHowLong() {
    assertThat(
            words(
                Kind.EXTRA,
                List.of(),
                new Check.Absent(CRM, List.of(BILLING), Duration.ofDays(30))))
        .isEqualTo("extra in billing, gone from crm for more than 30d");
  }

  @Test
  void aDanglingValueSaysWhoseKeyIsNotThere() {
    Check references =
        new Check.References(
            BILLING, "plan", new EntityName("plan"), KeyType.TEXT, new DatasetName("catalog"));
    assertThat(words(Kind.DANGLING, List.of("plan"), references))
        .isEqualTo("plan in billing names a key of plan that is not there in catalog");
  }

  @Test
  void countsAndSumsNameTheOtherSide() {
    assertThat(
            words(
                Kind.MISCOUNTED,
                List.of(),
                new Check.Count(BILLING, new Amount.Of(CRM, "sim_count"))))
        .isEqualTo("rows in billing are not as many as sim_count in crm");
    assertThat(
            words(
                Kind.MISTOTALLED,
                List.of("amount"),
                new Check.Sum(BILLING, "amount", new Amount.Of(CRM, "total"), BigDecimal.ZERO)))
        .isEqualTo("amount in billing does not add up to total in crm");
  }

  @Test
  void whatIsStaleSaysHowLateItMayBe() {
    Check fresh = new Check.Fresh(List.of(CRM, BILLING), "updated_at", CRM, Duration.ofSeconds(90));
    assertThat(words(Kind.STALE, List.of("updated_at"), fresh))
        .isEqualTo("updated_at in billing lags behind crm by more than 1m30s");
  }

  @Test
  void withoutItsRuleItIsToldPlainly() {
    Finding finding = finding(Kind.VIOLATED, List.of());
    assertThat(FindingInWords.of(finding, Optional.empty())).isEqualTo(finding.toString());
  }

  private static String words(Kind kind, List<String> attributes, Check check) {
    return FindingInWords.of(finding(kind, attributes), Optional.of(check));
  }

  private static Finding finding(Kind kind, List<String> attributes) {
    return new Finding(kind, attributes, new TreeSet<>(List.of(BILLING)), Optional.of(CRM));
  }

  private static Condition condition(String source) {
    return new Condition() {
      @Override
      public String source() {
        return source;
      }

      @Override
      public List<DatasetName> datasets() {
        return List.of(CRM, BILLING);
      }

      @Override
      public Outcome over(Map<DatasetName, Map<String, Value>> images) {
        return new Outcome.Decided(false);
      }
    };
  }
}
