package io.reconciled.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.reconciled.app.StateDatabase;
import io.reconciled.compare.Finding;
import io.reconciled.compare.Finding.Kind;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.FindDiscrepancies.Percentiles;
import io.reconciled.discrepancy.FindDiscrepancies.RuleCounts;
import io.reconciled.discrepancy.Incidents.Told;
import io.reconciled.discrepancy.Incidents.Untold;
import io.reconciled.discrepancy.LifeEvent.Confirmed;
import io.reconciled.discrepancy.LifeEvent.Converged;
import io.reconciled.discrepancy.LifeEvent.Resolved;
import io.reconciled.discrepancy.LifeEvent.Suspected;
import io.reconciled.discrepancy.LifeEvent.Unverified;
import io.reconciled.discrepancy.LifeEvent.Verified;
import io.reconciled.discrepancy.Sighting.SeenImage;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqFindDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqIncidents;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.Readings;
import io.reconciled.model.ReconciledException;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the record of findings, its questions and its incidents do on every state database. */
abstract class DiscrepanciesContract {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName DEVICE = new EntityName("device");
  private static final RuleName STATUS = new RuleName("equal status");
  private static final RuleName PRESENT = new RuleName("present");
  private static final DatasetName CRM = new DatasetName("crm");
  private static final DatasetName BILLING = new DatasetName("billing");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00.123456Z");
  private static final Finding DIFFERS =
      new Finding(
          Kind.DIFFERS, List.of("status"), new TreeSet<>(Set.of(BILLING)), Optional.of(CRM));
  private static final Finding MISSING =
      new Finding(Kind.MISSING, List.of(), new TreeSet<>(Set.of(BILLING)), Optional.of(CRM));
  private static final Readings IMAGES =
      new Readings(
          Map.of(
              CRM,
              new Image.Present(Map.of("status", Value.text("SUSPENDED"), "limit", Value.NULL)),
              BILLING,
              Image.ABSENT));

  private StateDatabase state;
  private Discrepancies discrepancies;
  private FindDiscrepancies find;
  private Incidents incidents;

  /** New and empty. */
  abstract StateDatabase open();

  @BeforeEach
  void openRecord() {
    state = open();
    discrepancies = recordWith(Masking.MASK);
    find = new JooqFindDiscrepancies(state.dataSource());
    incidents = new JooqIncidents(state.dataSource());
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  private Discrepancies recordWith(Masking masking) {
    return new JooqDiscrepancies(
        state.dataSource(),
        entity -> entity.equals(DEVICE) ? KeyType.TEXT : KeyType.INTEGER,
        masking);
  }

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
  class Find {
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

  @Nested
  class OfIncidents {
    @Test
    void confirmationsOfOneDirectionAreOneIncident() {
      record(confirmed(1, 10, DIFFERS), confirmed(2, 20, DIFFERS), confirmed(3, 20, MISSING));
      record(confirmed(4, 30, DIFFERS));

      Incident differs = incidentOf("1");
      assertThat(differs.discrepancies()).isEqualTo(3);
      assertThat(differs.open()).isEqualTo(3);
      assertThat(differs.finding()).isEqualTo(DIFFERS);
      assertThat(differs.lastConfirmed()).isEqualTo(at(30));
      assertThat(differs.over()).isEmpty();
      assertThat(differs.examples()).containsExactlyInAnyOrder("1", "2", "4");
      assertThat(incidents.latest(10)).hasSize(2);
      assertThat(incidents.latest(1)).containsExactly(incidentOf("3"));
    }

    @Test
    void isOverWhenNoneOfItIsOpen() {
      record(confirmed(1, 10, DIFFERS), confirmed(2, 20, DIFFERS));
      record(resolved(1, 30));
      assertThat(incidentOf("1").open()).isEqualTo(1);
      assertThat(incidentOf("1").over()).isEmpty();

      record(resolved(2, 40));

      assertThat(incidentOf("1").open()).isZero();
      assertThat(incidentOf("1").discrepancies()).isEqualTo(2);
      assertThat(incidentOf("1").over()).contains(at(40));
    }

    @Test
    void whatIsConfirmedAnHourLaterIsAnotherIncident() {
      record(confirmed(1, 10, DIFFERS));
      record(confirmed(2, 10 + 3600, DIFFERS));
      record(confirmed(3, 11 + 7200, DIFFERS));

      assertThat(incidentOf("2")).isEqualTo(incidentOf("1"));
      assertThat(incidentOf("3").id()).isNotEqualTo(incidentOf("1").id());
    }

    @Test
    void driftAfterAnIncidentIsOverIsAnotherIncident() {
      record(confirmed(1, 10, DIFFERS), resolved(1, 20));
      record(confirmed(2, 30, DIFFERS));

      assertThat(incidents.latest(10)).hasSize(2);
    }

    @Test
    void sinkIsToldOfOpeningAndEndOnce() {
      record(confirmed(1, 10, DIFFERS));
      long id = incidentOf("1").id();
      assertThat(untold()).containsExactly(new Untold(incidentOf("1"), Told.NOTHING));

      incidents.tell(id, "slack", Told.OPENING);
      assertThat(untold()).containsExactly(new Untold(incidentOf("1"), Told.OPENING));
      incidents.tell(id, "slack", Told.OPENED);
      assertThat(untold()).isEmpty();
      assertThat(incidents.untold("webhook", 10)).hasSize(1);

      record(resolved(1, 20));
      assertThat(untold()).containsExactly(new Untold(incidentOf("1"), Told.OPENED));
      incidents.tell(id, "slack", Told.CLOSING);
      assertThat(untold()).containsExactly(new Untold(incidentOf("1"), Told.CLOSING));
      incidents.tell(id, "slack", Told.CLOSED);
      assertThat(untold()).isEmpty();
    }

    @Test
    void untoldAreOldestFirst() {
      record(confirmed(1, 10, DIFFERS));
      record(confirmed(2, 20, MISSING));

      assertThat(incidents.untold("slack", 1))
          .extracting(Untold::incident)
          .containsExactly(incidentOf("1"));
    }

    private List<Untold> untold() {
      return incidents.untold("slack", 10);
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

  private void record(LifeEvent... events) {
    discrepancies.record(List.of(events));
  }

  private List<Discrepancy> all() {
    return find.page(everything(), 0, 100);
  }

  private List<Discrepancy> allWithHistory() {
    return all().stream().map(one -> find.byId(one.id()).orElseThrow()).toList();
  }

  private Discrepancy only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private List<Sighting> history() {
    return find.byId(only().id()).orElseThrow().history();
  }

  private Incident incidentOf(String key) {
    return incidents
        .byId(find.page(filter().key(key).build(), 0, 1).getFirst().incident().orElseThrow())
        .orElseThrow();
  }

  private List<String> keysOf(FilterBuilder filter) {
    return find.page(filter.build(), 0, 100).stream().map(Discrepancy::key).toList();
  }

  private static Filter everything() {
    return filter().build();
  }

  private static FilterBuilder filter() {
    return new FilterBuilder();
  }

  private static Suspected suspected(long key, long second, Finding finding) {
    return new Suspected(key(key), STATUS, at(second), at(second), finding, IMAGES);
  }

  private static Confirmed confirmed(long key, long second, Finding finding) {
    return new Confirmed(key(key), STATUS, at(second), at(0), finding, IMAGES);
  }

  private static Resolved resolved(long key, long second) {
    return new Resolved(key(key), STATUS, at(second));
  }

  private static Converged converged(long key, long second) {
    return new Converged(key(key), STATUS, at(second), at(0));
  }

  private static Unverified unverified(long key, long second, UnverifiedReason reason) {
    return new Unverified(key(key), STATUS, at(second), reason, "because " + reason);
  }

  private static Verified verified(long key, long second) {
    return new Verified(key(key), STATUS, at(second));
  }

  private static Finding extraIn(String dataset) {
    return new Finding(
        Kind.EXTRA,
        List.of(),
        new TreeSet<>(Set.of(new DatasetName(dataset))),
        Optional.of(BILLING));
  }

  private static List<SharedKey> keys(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(SharedKey::of).toList();
  }

  private static EntityKey key(long key) {
    return new EntityKey(SUBSCRIBER, SharedKey.of(key));
  }

  private static Instant at(long second) {
    return T0.plusSeconds(second);
  }
}
