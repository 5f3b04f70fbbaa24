package io.reconciled.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.discrepancy.Incidents.Told;
import io.reconciled.discrepancy.Incidents.Untold;
import io.reconciled.discrepancy.LifeEvent.Confirmed;
import io.reconciled.model.EntityRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How discrepancies form incidents on every state database. */
abstract class IncidentsContract extends RecordFixture {
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
    assertThat(incidents.untold("webhook", Set.of(), 10)).hasSize(1);

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

    assertThat(incidents.untold("slack", Set.of(), 1))
        .extracting(Untold::incident)
        .containsExactly(incidentOf("1"));
  }

  @Test
  void openIncidentsOfSilentRulesAreLeftOutUntilTheyAreOver() {
    Set<EntityRule> silent = Set.of(new EntityRule(SUBSCRIBER, STATUS));
    record(confirmed(1, 10, DIFFERS));
    record(new Confirmed(key(2), PRESENT, at(10), at(9), MISSING, IMAGES));

    assertThat(incidents.untold("slack", silent, 10))
        .extracting(Untold::incident)
        .containsExactly(incidentOf("2"));

    record(resolved(1, 20));
    assertThat(incidents.untold("slack", silent, 10))
        .extracting(Untold::incident)
        .containsExactly(incidentOf("1"), incidentOf("2"));
  }

  private List<Untold> untold() {
    return incidents.untold("slack", Set.of(), 10);
  }
}
