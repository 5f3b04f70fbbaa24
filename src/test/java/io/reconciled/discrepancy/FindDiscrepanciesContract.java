package io.reconciled.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Finding.Kind;
import io.reconciled.discrepancy.FindDiscrepancies.Percentiles;
import io.reconciled.discrepancy.FindDiscrepancies.RuleCounts;
import io.reconciled.discrepancy.LifeEvent.Confirmed;
import io.reconciled.discrepancy.LifeEvent.Suspected;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the questions to the record answer on every state database. */
abstract class FindDiscrepanciesContract extends RecordFixture {
  @Test
  void pagesInTheOrderOfIds() {
    for (long key = 1; key <= 7; key++) {
      record(suspected(key, 5, DIFFERS));
    }

    List<Discrepancy> first = find.page(everything(), 0, 5);
    List<Discrepancy> second = find.page(everything(), first.getLast().id(), 5);

    assertThat(first).hasSize(5);
    assertThat(second).hasSize(2);
    assertThat(all()).extracting(Discrepancy::id).isSorted();
  }

  @Test
  void theNewestComeFirstWithoutThoseOfRulesThatAreLeftOut() {
    record(confirmed(1, 5, DIFFERS), confirmed(2, 6, DIFFERS));
    record(new Suspected(key(3), PRESENT, at(7), at(7), extraIn("profiles"), IMAGES));
    Set<EntityRule> present = Set.of(new EntityRule(SUBSCRIBER, PRESENT));

    assertThat(find.newest(everything(), Set.of(), 2))
        .extracting(Discrepancy::key)
        .containsExactly("3", "2");
    assertThat(find.newest(everything(), present, 2))
        .extracting(Discrepancy::key)
        .containsExactly("2", "1");
  }

  @Test
  void everyPartOfAFilterMustHold() {
    record(suspected(1, 5, DIFFERS), confirmed(2, 6, MISSING), confirmed(3, 30, DIFFERS));
    record(new Suspected(key(4), PRESENT, at(40), at(40), extraIn("profiles"), IMAGES));

    assertThat(keysOf(filter().entity(SUBSCRIBER))).containsExactly("1", "2", "3", "4");
    assertThat(keysOf(filter().entity(DEVICE))).isEmpty();
    assertThat(keysOf(filter().rule(PRESENT))).containsExactly("4");
    assertThat(keysOf(filter().dataset(CRM))).containsExactly("1", "2", "3");
    assertThat(keysOf(filter().dataset(new DatasetName("profile")))).isEmpty();
    assertThat(keysOf(filter().dataset(new DatasetName("%")))).isEmpty();
    assertThat(keysOf(filter().key("3"))).containsExactly("3");
    assertThat(keysOf(filter().status(Status.CONFIRMED))).containsExactly("2", "3");
    assertThat(keysOf(filter().kind(Kind.MISSING))).containsExactly("2");
    assertThat(keysOf(filter().since(at(5)))).containsExactly("1", "4");
    assertThat(keysOf(filter().status(Status.CONFIRMED).kind(Kind.DIFFERS))).containsExactly("3");
  }

  @Test
  void countsByRuleAndMeasuresConvergence() {
    for (long key = 1; key <= 20; key++) {
      record(suspected(key, 0, DIFFERS), converged(key, key));
    }
    record(suspected(21, 5, DIFFERS), confirmed(22, 5, DIFFERS), confirmed(23, 5, DIFFERS));
    record(resolved(23, 6));
    record(new Confirmed(key(1), PRESENT, at(9), at(9), MISSING, IMAGES));

    assertThat(find.counts())
        .containsExactly(
            new RuleCounts(
                SUBSCRIBER,
                STATUS,
                1,
                1,
                1,
                20,
                Optional.of(
                    new Percentiles(
                        Duration.ofSeconds(10), Duration.ofSeconds(19), Duration.ofSeconds(20)))),
            new RuleCounts(SUBSCRIBER, PRESENT, 0, 1, 0, 0, Optional.empty()));
  }

  @Test
  void forgetsOnlyWhatConvergedBefore() {
    record(suspected(1, 5, DIFFERS), converged(1, 8));
    record(suspected(2, 5, DIFFERS), converged(2, 9));
    record(confirmed(3, 5, DIFFERS), resolved(3, 6), suspected(4, 5, DIFFERS));

    discrepancies.forgetConvergedBefore(at(9));

    assertThat(all()).extracting(Discrepancy::key).containsExactlyInAnyOrder("2", "3", "4");
  }

  @Test
  void whatIsNotOnRecordIsNotFound() {
    assertThat(find.byId(404)).isEmpty();
    assertThat(incidents.byId(404)).isEmpty();
    assertThat(find.counts()).isEmpty();
  }
}
