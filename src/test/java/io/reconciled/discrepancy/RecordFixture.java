package io.reconciled.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.compare.Finding;
import io.reconciled.compare.Finding.Kind;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.LifeEvent.Confirmed;
import io.reconciled.discrepancy.LifeEvent.Converged;
import io.reconciled.discrepancy.LifeEvent.Resolved;
import io.reconciled.discrepancy.LifeEvent.Suspected;
import io.reconciled.discrepancy.LifeEvent.Unverified;
import io.reconciled.discrepancy.LifeEvent.Verified;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqFindDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqIncidents;
import io.reconciled.discrepancy.jooq.JooqRulesOnRecord;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new record of findings for each test, and events to put on it. */
abstract class RecordFixture {
  static final EntityName SUBSCRIBER = new EntityName("subscriber");
  static final EntityName DEVICE = new EntityName("device");
  static final RuleName STATUS = new RuleName("equal status");
  static final RuleName PRESENT = new RuleName("present");
  static final DatasetName CRM = new DatasetName("crm");
  static final DatasetName BILLING = new DatasetName("billing");
  static final Instant T0 = Instant.parse("2026-01-01T00:00:00.123456Z");
  static final Finding DIFFERS =
      new Finding(
          Kind.DIFFERS, List.of("status"), new TreeSet<>(Set.of(BILLING)), Optional.of(CRM));
  static final Finding MISSING =
      new Finding(Kind.MISSING, List.of(), new TreeSet<>(Set.of(BILLING)), Optional.of(CRM));
  static final Readings IMAGES =
      new Readings(
          Map.of(
              CRM,
              new Image.Present(Map.of("status", Value.text("SUSPENDED"), "limit", Value.NULL)),
              BILLING,
              Image.ABSENT));

  StateDatabase state;
  Discrepancies discrepancies;
  FindDiscrepancies find;
  Incidents incidents;
  RulesOnRecord rules;

  /** New and empty. */
  abstract StateDatabase open();

  @BeforeEach
  void openRecord() {
    state = open();
    discrepancies = recordWith(Masking.MASK);
    find = new JooqFindDiscrepancies(state.dataSource());
    incidents = new JooqIncidents(state.dataSource());
    rules = new JooqRulesOnRecord(state.dataSource());
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  Discrepancies recordWith(Masking masking) {
    return new JooqDiscrepancies(
        state.dataSource(),
        entity -> entity.equals(DEVICE) ? KeyType.TEXT : KeyType.INTEGER,
        masking);
  }

  void record(LifeEvent... events) {
    discrepancies.record(List.of(events));
  }

  List<Discrepancy> all() {
    return find.page(everything(), 0, 100);
  }

  List<Discrepancy> allWithHistory() {
    return all().stream().map(one -> find.byId(one.id()).orElseThrow()).toList();
  }

  Discrepancy only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  List<Sighting> history() {
    return find.byId(only().id()).orElseThrow().history();
  }

  Incident incidentOf(String key) {
    return incidents
        .byId(find.page(filter().key(key).build(), 0, 1).getFirst().incident().orElseThrow())
        .orElseThrow();
  }

  List<String> keysOf(FilterBuilder filter) {
    return find.page(filter.build(), 0, 100).stream().map(Discrepancy::key).toList();
  }

  static Filter everything() {
    return filter().build();
  }

  static FilterBuilder filter() {
    return new FilterBuilder();
  }

  static Suspected suspected(long key, long second, Finding finding) {
    return new Suspected(key(key), STATUS, at(second), at(second), finding, IMAGES);
  }

  static Confirmed confirmed(long key, long second, Finding finding) {
    return new Confirmed(key(key), STATUS, at(second), at(0), finding, IMAGES);
  }

  static Resolved resolved(long key, long second) {
    return new Resolved(key(key), STATUS, at(second));
  }

  static Converged converged(long key, long second) {
    return new Converged(key(key), STATUS, at(second), at(0));
  }

  static Unverified unverified(long key, long second, UnverifiedReason reason) {
    return new Unverified(key(key), STATUS, at(second), reason, "because " + reason);
  }

  static Verified verified(long key, long second) {
    return new Verified(key(key), STATUS, at(second));
  }

  static Finding extraIn(String dataset) {
    return new Finding(
        Kind.EXTRA,
        List.of(),
        new TreeSet<>(Set.of(new DatasetName(dataset))),
        Optional.of(BILLING));
  }

  static List<SharedKey> keys(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(SharedKey::of).toList();
  }

  static EntityKey key(long key) {
    return new EntityKey(SUBSCRIBER, SharedKey.of(key));
  }

  static Instant at(long second) {
    return T0.plusSeconds(second);
  }
}
