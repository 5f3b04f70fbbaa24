package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.due.Doubt;
import io.reconciled.due.Doubt.Cause;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import io.reconciled.store.Resumable;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.StoreSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeGapsTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName ORDER = new EntityName("order");
  private static final StoreName CRM = new StoreName("crm");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant COMMITTED = T0.minusSeconds(3_600);
  private static final Resumable LOST =
      new Resumable.Lost("its log is gone", Optional.of(COMMITTED));
  private final DoubtsInMemory doubts = new DoubtsInMemory();
  private final FollowedStoresInMemory stores = new FollowedStoresInMemory();
  private final StoreHealth health = new StoreHealth(Duration.ofSeconds(5));
  private final ToldFeed feed = new ToldFeed();
  private final PositionsInMemory positions = new PositionsInMemory();
  private Instant now = T0;

  @Test
  void aLogThatGoesBackToThePlaceLeavesNoDoubt() {
    positions.put(CRM);

    gaps().beforeFollowing();

    assertThat(doubts.open()).isEmpty();
    assertThat(positions.of(CRM)).isPresent();
  }

  @Test
  void aLostLogIsDoubtedAndThenForgotten() {
    positions.put(CRM);
    feed.resumable = LOST;

    gaps().beforeFollowing();

    assertThat(doubts.open())
        .containsExactly(
            new Doubt(ORDER, CRM, Cause.LOG_LOST, COMMITTED, T0, "its log is gone"),
            new Doubt(SUBSCRIBER, CRM, Cause.LOG_LOST, COMMITTED, T0, "its log is gone"));
    assertThat(positions.of(CRM)).isEmpty();
  }

  @Test
  void whereForgettingFailsTheDoubtIsThereAlready() {
    positions.put(CRM);
    positions.failToForget = true;
    feed.resumable = LOST;

    assertThatThrownBy(() -> gaps().beforeFollowing()).isInstanceOf(StateUnavailable.class);

    assertThat(doubts.open()).hasSize(2);
    assertThat(positions.of(CRM)).isPresent();
  }

  @Test
  void aStoreThatIsFollowedForTheFirstTimeLeavesNoDoubt() {
    gaps().beforeFollowing();

    assertThat(doubts.open()).isEmpty();
    assertThat(stores.of(CRM)).isPresent();
  }

  @Test
  void aPlaceThatWentFromTheRecordLeavesADoubt() {
    gaps().beforeFollowing();
    now = T0.plusSeconds(60);

    gaps().beforeFollowing();

    assertThat(doubts.open()).extracting(Doubt::cause).containsOnly(Cause.LOG_LOST);
    assertThat(doubts.open()).extracting(Doubt::since).containsOnly(T0);
  }

  @Test
  void aDoubtWaitsUntilAPlaceIsOnRecordAgain() {
    positions.put(CRM);
    feed.resumable = LOST;
    NoticeGaps gaps = gaps();
    gaps.beforeFollowing();

    gaps.whileFollowing();
    assertThat(doubts.open()).extracting(Doubt::followed).containsOnly(Optional.empty());

    positions.put(CRM);
    now = T0.plusSeconds(5);
    gaps.whileFollowing();
    assertThat(doubts.open()).extracting(Doubt::followed).containsOnly(Optional.of(now));
  }

  @Test
  void grantsServicesAFullGraceWindowOnceTheLogIsFollowed() {
    positions.put(CRM);
    health.answered(CRM, T0.minusSeconds(90));
    feed.resumable = LOST;
    NoticeGaps gaps = gaps();
    gaps.beforeFollowing();
    positions.put(CRM);
    now = T0.plusSeconds(5);

    gaps.whileFollowing();

    assertThat(health.inReachSince(CRM, now)).contains(now);
  }

  @Test
  void aReplacedTablePutsItsEntityAloneInDoubtAndAsksForANewEngine() {
    positions.put(CRM);
    feed.identities = Map.of(List.of("subscriber"), "1", List.of("orders"), "2");
    NoticeGaps gaps = gaps();
    gaps.beforeFollowing();
    now = T0.plusSeconds(5);
    feed.identities = Map.of(List.of("subscriber"), "3", List.of("orders"), "2");

    assertThat(gaps.whileFollowing())
        .hasValueSatisfying(why -> assertThat(why).contains("subscriber"));

    assertThat(doubts.open())
        .singleElement()
        .matches(doubt -> doubt.entity().equals(SUBSCRIBER) && doubt.cause() == Cause.EMPTIED)
        .matches(doubt -> doubt.since().equals(T0));
    now = T0.plusSeconds(10);
    assertThat(gaps.whileFollowing()).isEmpty();
  }

  @Test
  void aTableThatWasReplacedWhileNobodyLookedIsNoticed() {
    positions.put(CRM);
    feed.identities = Map.of(List.of("subscriber"), "1");
    gaps().beforeFollowing();
    feed.identities = Map.of();
    now = T0.plusSeconds(60);

    gaps().beforeFollowing();

    assertThat(doubts.open()).extracting(Doubt::cause).containsExactly(Cause.EMPTIED);
  }

  @Test
  void aTableThatIsThereForTheFirstTimeLeavesNoDoubt() {
    positions.put(CRM);
    gaps().beforeFollowing();
    feed.identities = Map.of(List.of("subscriber"), "1");

    gaps().beforeFollowing();

    assertThat(doubts.open()).isEmpty();
  }

  /** As after a start of the daemon. */
  private NoticeGaps gaps() {
    return new NoticeGaps(
        new Capture.Source(
            new StoreSettings(
                CRM,
                URI.create("postgresql://localhost/crm"),
                "reconciled",
                Secret.NONE,
                StoreSettings.DEFAULT_TIMEOUT,
                Map.of()),
            feed,
            List.of(dataset(SUBSCRIBER, "subscriber"), dataset(ORDER, "orders"))),
        positions,
        stores,
        new RaiseDoubts(CRM, doubts, health, Set::of, () -> now),
        () -> now);
  }

  private static Dataset dataset(EntityName entity, String table) {
    return new Dataset(
        entity, new DatasetName("crm"), CRM, List.of(table), "id", KeyType.INTEGER, Map.of());
  }
}
