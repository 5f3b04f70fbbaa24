package io.reconciled.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Finding.Kind;
import io.reconciled.discrepancy.LifeEvent.Suspected;
import io.reconciled.discrepancy.LifeEvent.Unverified;
import io.reconciled.discrepancy.Sighting.SeenImage;
import io.reconciled.model.Answer;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.ReconciledException;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the record of findings does on every state database. */
abstract class DiscrepanciesContract extends RecordFixture {
  @Nested
  class Life {
    @Test
    void suspicionIsOpenAndHasNoIncident() {
      record(suspected(1, 5, DIFFERS));

      Discrepancy one = only();
      assertThat(one.status()).isEqualTo(Status.SUSPECTED);
      assertThat(one.key()).isEqualTo("1");
      assertThat(one.finding()).isEqualTo(DIFFERS);
      assertThat(one.since()).isEqualTo(at(5));
      assertThat(one.incident()).isEmpty();
      assertThat(one.closed()).isEmpty();
    }

    @Test
    void suspicionBecomesConfirmedAndResolvedWithItsHistory() {
      record(suspected(1, 5, DIFFERS));
      record(confirmed(1, 10, DIFFERS));
      record(resolved(1, 20));

      Discrepancy one = find.byId(only().id()).orElseThrow();
      assertThat(one.status()).isEqualTo(Status.RESOLVED);
      assertThat(one.confirmed()).contains(at(10));
      assertThat(one.closed()).contains(at(20));
      assertThat(one.history())
          .extracting(Sighting::at, Sighting::status, Sighting::finding)
          .containsExactly(
              tuple(at(5), Status.SUSPECTED, Optional.of(DIFFERS)),
              tuple(at(10), Status.CONFIRMED, Optional.of(DIFFERS)),
              tuple(at(20), Status.RESOLVED, Optional.empty()));
    }

    @Test
    void suspicionThatHealsHasConverged() {
      record(suspected(1, 5, DIFFERS), converged(1, 8));

      assertThat(only().status()).isEqualTo(Status.CONVERGED);
      assertThat(only().closed()).contains(at(8));
    }

    @Test
    void confirmedWithoutASuspicionOnRecordIsRecorded() {
      record(confirmed(1, 10, DIFFERS));

      assertThat(only().status()).isEqualTo(Status.CONFIRMED);
      assertThat(only().since()).isEqualTo(at(0));
    }

    @Test
    void suspicionThatTurnsIntoAnotherFindingTakesIt() {
      record(suspected(1, 5, DIFFERS), suspected(1, 6, DIFFERS), suspected(1, 7, MISSING));

      assertThat(only().finding()).isEqualTo(MISSING);
      assertThat(history()).extracting(Sighting::at).containsExactly(at(5), at(7));
    }

    @Test
    void confirmedKeepsItsFindingWhileAnotherIsSuspected() {
      record(confirmed(1, 10, DIFFERS));
      record(suspected(1, 15, MISSING));

      assertThat(only().status()).isEqualTo(Status.CONFIRMED);
      assertThat(only().finding()).isEqualTo(DIFFERS);
      assertThat(history())
          .extracting(Sighting::finding)
          .containsExactly(Optional.of(DIFFERS), Optional.of(MISSING));
    }

    @Test
    void anotherDirectionConfirmedTakesThePlaceOfTheFirst() {
      record(confirmed(1, 10, DIFFERS), suspected(1, 15, MISSING));
      record(resolved(1, 20), confirmed(1, 20, MISSING));

      assertThat(all())
          .extracting(Discrepancy::finding, Discrepancy::status)
          .containsExactly(tuple(DIFFERS, Status.RESOLVED), tuple(MISSING, Status.CONFIRMED));
    }

    @Test
    void keyMayDriftAgainAfterItWasResolved() {
      record(confirmed(1, 10, DIFFERS), resolved(1, 20), confirmed(1, 30, DIFFERS));
      record(resolved(1, 40), suspected(1, 50, DIFFERS));

      assertThat(all())
          .extracting(Discrepancy::status)
          .containsExactly(Status.RESOLVED, Status.RESOLVED, Status.SUSPECTED);
    }

    @Test
    void momentsFinerThanTheColumnsAreNoOtherMoments() {
      Instant fine = at(5).plusNanos(789);
      LifeEvent event = new Suspected(key(1), STATUS, fine, fine, DIFFERS, IMAGES);
      record(event);
      record(event);

      assertThat(history()).extracting(Sighting::at).containsExactly(at(5));
    }

    @Test
    void textKeysComeBackAsTheyWere() {
      EntityKey odd = new EntityKey(DEVICE, SharedKey.of("a\0\\ \uD83D\uDE00"));
      record(new Suspected(odd, STATUS, at(5), at(5), DIFFERS, IMAGES));

      assertThat(only().key()).isEqualTo("a\0\\ \uD83D\uDE00");
      assertThat(discrepancies.standings(DEVICE, List.of(odd.key()))).containsKey(odd.key());
      assertThat(discrepancies.openKeys(DEVICE, Optional.empty(), 10)).containsExactly(odd.key());
    }
  }

  @Nested
  class Replay {
    @Test
    void sameEventsAgainChangeNothing() {
      List<LifeEvent> events =
          List.of(
              suspected(1, 5, DIFFERS),
              confirmed(1, 10, DIFFERS),
              suspected(2, 5, DIFFERS),
              converged(2, 8),
              suspected(3, 5, DIFFERS),
              suspected(3, 6, DIFFERS),
              suspected(3, 7, MISSING),
              confirmed(4, 5, DIFFERS),
              resolved(4, 9),
              confirmed(4, 9, MISSING),
              unverified(5, 5, UnverifiedReason.TYPE));
      discrepancies.record(events);
      List<Discrepancy> before = allWithHistory();
      List<Incident> incidentsBefore = incidents.latest(10);

      discrepancies.record(events);

      assertThat(allWithHistory()).isEqualTo(before).hasSize(5);
      assertThat(incidents.latest(10)).isEqualTo(incidentsBefore).hasSize(2);
      assertThat(find.unverified()).singleElement().matches(count -> count.keys() == 1);
    }

    @Test
    void failureHalfWayRecordsNothing() {
      LifeEvent unstorable = new Unverified(key(2), STATUS, at(5), UnverifiedReason.TYPE, null);

      assertThatThrownBy(() -> record(suspected(1, 5, DIFFERS), unstorable))
          .isInstanceOf(ReconciledException.class);
      assertThat(all()).isEmpty();
    }
  }

  @Nested
  class Standings {
    @Test
    void tellWhatIsOpenAndNothingElse() {
      record(
          suspected(1, 5, DIFFERS),
          confirmed(2, 6, DIFFERS),
          unverified(2, 6, UnverifiedReason.BUSY),
          unverified(3, 7, UnverifiedReason.TYPE),
          confirmed(4, 6, DIFFERS),
          resolved(4, 7));

      assertThat(discrepancies.standings(SUBSCRIBER, keys(1, 5)))
          .containsOnly(
              Map.entry(
                  SharedKey.of(1),
                  List.of(
                      new Standing(
                          STATUS, Optional.empty(), Optional.of(at(5)), Optional.empty()))),
              Map.entry(
                  SharedKey.of(2),
                  List.of(
                      new Standing(
                          STATUS,
                          Optional.of(DIFFERS),
                          Optional.empty(),
                          Optional.of(UnverifiedReason.BUSY)))),
              Map.entry(
                  SharedKey.of(3),
                  List.of(
                      new Standing(
                          STATUS,
                          Optional.empty(),
                          Optional.empty(),
                          Optional.of(UnverifiedReason.TYPE)))));
    }

    @Test
    void openKeysArePagedEachOnce() {
      for (long key = 1; key <= 25; key++) {
        record(suspected(key, 5, DIFFERS), unverified(key, 5, UnverifiedReason.BUSY));
      }
      record(unverified(26, 5, UnverifiedReason.TYPE), converged(3, 9), verified(3, 9));

      List<SharedKey> seen = new ArrayList<>();
      Optional<SharedKey> after = Optional.empty();
      List<SharedKey> page;
      do {
        page = discrepancies.openKeys(SUBSCRIBER, after, 10);
        seen.addAll(page);
        after = page.isEmpty() ? after : Optional.of(page.getLast());
      } while (page.size() == 10);

      List<SharedKey> expected = new ArrayList<>(keys(1, 26));
      expected.remove(SharedKey.of(3));
      assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void keyIsUnverifiedUntilItIsVerified() {
      record(unverified(1, 5, UnverifiedReason.BUSY), unverified(2, 5, UnverifiedReason.BUSY));
      record(unverified(1, 9, UnverifiedReason.BEHIND), verified(2, 9));

      assertThat(find.unverified())
          .containsExactly(
              new FindDiscrepancies.UnverifiedCount(
                  SUBSCRIBER, STATUS, UnverifiedReason.BEHIND, 1, "because BEHIND"));
    }
  }

  @Nested
  class Images {
    @Test
    void areMaskedUnlessTheyAreToBeShown() {
      record(suspected(1, 5, DIFFERS));
      recordWith(Masking.SHOW).record(List.of(confirmed(1, 10, DIFFERS)));

      assertThat(history())
          .extracting(Sighting::images)
          .containsExactly(
              Map.of(
                  "crm",
                  new SeenImage("present", Map.of("status", "text(9)…ED", "limit", "null")),
                  "billing",
                  new SeenImage("absent", Map.of())),
              Map.of(
                  "crm",
                  new SeenImage("present", Map.of("status", "SUSPENDED", "limit", "null")),
                  "billing",
                  new SeenImage("absent", Map.of())));
    }
  }

  @Nested
  class OtherKeys {
    private static final DatasetName CATALOG = new DatasetName("catalog");

    @Test
    void thatHoldTheValueAreTold() {
      Finding shared =
          new Finding(
              Kind.SHARED, List.of("msisdn"), new TreeSet<>(Set.of(BILLING)), Optional.empty());
      Readings seen =
          IMAGES.with(
              Map.of(
                  holders(BILLING, "msisdn"), found(42, 17),
                  holders(CRM, "msisdn"), found(),
                  holders(BILLING, "email"), found(99)));

      record(new Suspected(key(1), STATUS, at(5), at(5), shared, seen));

      assertThat(history().getFirst().others())
          .containsExactly(
              new Sighting.OtherKeys(Sighting.How.HOLD, "billing", List.of("17", "42"), 2));
    }

    @Test
    void thatAreNotThereAreTold() {
      Finding dangling =
          new Finding(Kind.DANGLING, List.of("plan"), new TreeSet<>(Set.of(CRM)), Optional.empty());
      Lookup gold = new Lookup.Exists(new EntityName("plan"), CATALOG, SharedKey.of("gold"));

      record(
          new Suspected(
              key(1), STATUS, at(5), at(5), dangling, IMAGES.with(Map.of(gold, found()))));

      assertThat(history().getFirst().others())
          .singleElement()
          .hasToString("not there in plan/catalog: gold");
    }

    @Test
    void areNoneOfAFindingThatRestsOnItsOwnKey() {
      record(suspected(1, 5, DIFFERS), converged(1, 8));

      assertThat(history()).allMatch(sighting -> sighting.others().isEmpty());
    }

    private Lookup holders(DatasetName dataset, String attribute) {
      return new Lookup.Holders(dataset, attribute, Value.text("4179"), key(1));
    }

    private Answer found(long... keys) {
      return new Answer.Found(
          LongStream.of(keys)
              .mapToObj(SharedKey::of)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void thousandsOfEventsAreOneCall() {
    List<LifeEvent> events = new ArrayList<>();
    for (long key = 1; key <= 3_000; key++) {
      events.add(suspected(key, 5, DIFFERS));
    }
    discrepancies.record(events);
    discrepancies.record(
        LongStream.rangeClosed(1, 3_000)
            .<LifeEvent>mapToObj(key -> confirmed(key, 10, DIFFERS))
            .toList());

    assertThat(find.counts()).singleElement().matches(counts -> counts.confirmed() == 3_000);
    assertThat(incidents.latest(10))
        .singleElement()
        .matches(incident -> incident.open() == 3_000 && incident.examples().size() == 5);
  }
}
