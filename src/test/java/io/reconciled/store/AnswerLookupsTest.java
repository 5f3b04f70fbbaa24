package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Answer;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.Lookup;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.simulated.SimulatedKind;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.simulated.SimulatedTable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswerLookupsTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final Value NUMBER = Value.text("+491");
  private final Place crm = new Place("crm", "crm");
  private final Place billing = new Place("billing", "billing");

  /** A dataset, alone in a store of its own. */
  private static final class Place {
    private final SimulatedServer server =
        new SimulatedServer(() -> Instant.parse("2026-01-01T00:00:00Z"));
    private final Database database = server.freshDatabase("store");
    private final Dataset dataset;
    private final SimulatedTable table;

    Place(String name, String store) {
      dataset =
          new Dataset(
              SUBSCRIBER,
              new DatasetName(name),
              new StoreName(store),
              List.of("subscriber"),
              "id",
              KeyType.INTEGER,
              Map.of("msisdn", "msisdn"));
      table =
          server
              .database(database.name())
              .create(dataset.container(), "id", KeyType.INTEGER, Set.of("msisdn"));
    }

    void put(long key, Value msisdn) {
      table.put(SharedKey.of(key), Map.of("msisdn", msisdn));
    }

    Store store() {
      return new SimulatedKind(server)
          .open(
              new StoreSettings(
                  dataset.store(),
                  URI.create(database.url()),
                  "",
                  Secret.NONE,
                  Duration.ofSeconds(1),
                  Map.of()));
    }
  }

  @Test
  void holdersAreTheOtherKeysOfEachThatAsks() {
    crm.put(1, NUMBER);
    crm.put(2, NUMBER);
    crm.put(3, Value.text("+493"));

    assertThat(answers(holders("crm", 1), holders("crm", 2), holders("crm", 9)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                holders("crm", 1), found(2),
                holders("crm", 2), found(1),
                holders("crm", 9), found(1, 2)));
  }

  @Test
  void valuesAskedTogetherAreAnsweredApart() {
    crm.put(1, NUMBER);
    crm.put(3, Value.text("+493"));
    Lookup other = new Lookup.Holders(new DatasetName("crm"), "msisdn", Value.text("+493"), key(1));

    assertThat(answers(holders("crm", 1), other))
        .containsExactlyInAnyOrderEntriesOf(Map.of(holders("crm", 1), found(), other, found(3)));
  }

  @Test
  void storeThatFailsLeavesOnlyItsOwnQuestionsUnanswered() {
    crm.put(2, NUMBER);
    billing.server.stop();

    Map<Lookup, Answer> answers =
        answers(holders("crm", 1), holders("billing", 1), exists("billing", 7));

    assertThat(answers).hasSize(3).containsEntry(holders("crm", 1), found(2));
    assertThat(List.of(holders("billing", 1), exists("billing", 7)))
        .allSatisfy(lookup ->
            assertThat(answers.get(lookup))
                .isInstanceOfSatisfying(
                    Answer.Unanswered.class,
                    why -> assertThat(why.why().reason()).isEqualTo(UnverifiedReason.UNREACHABLE)));
  }

  @Test
  void storeThatIsLeftAloneIsNotAsked() {
    billing.put(7, NUMBER);
    Unread why = new Unread(UnverifiedReason.UNREACHABLE, "it failed a moment ago");

    AnswerLookups leavesBillingAlone =
        new AnswerLookups(
            stores(crm, billing),
            datasets(crm, billing),
            (dataset, stored) -> stored,
            store -> Optional.of(why).filter(any -> store.value().equals("billing")));

    assertThat(leavesBillingAlone.answers(Set.of(exists("billing", 7), exists("crm", 7))))
        .containsEntry(exists("billing", 7), new Answer.Unanswered(why))
        .containsEntry(exists("crm", 7), found());
  }

  @Test
  void whatIsInNoShardIsNotThereAndOneThatFailsKeepsItFromBeingSaid() {
    Place east = new Place("crm", "east");
    Place west = new Place("crm", "west");
    east.put(1, NUMBER);
    west.put(2, NUMBER);
    Set<Lookup> questions = Set.of(holders("crm", 1), exists("crm", 2), exists("crm", 3));
    AnswerLookups sharded = lookups(east, west);

    assertThat(sharded.answers(questions))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                holders("crm", 1), found(2),
                exists("crm", 2), found(2),
                exists("crm", 3), found()));
    west.server.stop();
    assertThat(sharded.answers(questions).values()).hasOnlyElementsOfType(Answer.Unanswered.class);
  }

  @Test
  void whatCountsAsGoneHoldsNothingAndIsNotThere() {
    crm.put(1, NUMBER);
    crm.put(2, NUMBER);
    Image gone = new Image.Present(Map.of("msisdn", NUMBER));
    AnswerLookups nobodyIsThere =
        new AnswerLookups(
            stores(crm),
            datasets(crm),
            (dataset, stored) -> stored.equals(gone) ? Image.ABSENT : stored,
            store -> Optional.empty());

    assertThat(nobodyIsThere.answers(Set.of(holders("crm", 1), exists("crm", 2))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(holders("crm", 1), found(), exists("crm", 2), found()));
  }

  @Test
  void severalRowsOfAKeyAreThereAllTheSame() {
    crm.put(2, NUMBER);
    crm.table.add(SharedKey.of(2), Map.of("msisdn", Value.NULL));

    assertThat(answers(holders("crm", 1), exists("crm", 2)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(holders("crm", 1), found(2), exists("crm", 2), found(2)));
  }

  private Map<Lookup, Answer> answers(Lookup... questions) {
    return lookups(crm, billing).answers(List.of(questions));
  }

  private static AnswerLookups lookups(Place... places) {
    return new AnswerLookups(
        stores(places), datasets(places), (dataset, stored) -> stored, store -> Optional.empty());
  }

  private static Stores stores(Place... places) {
    return new Stores(List.of(places).stream().map(Place::store).toList());
  }

  private static List<Dataset> datasets(Place... places) {
    return List.of(places).stream().map(place -> place.dataset).toList();
  }

  private static Lookup holders(String dataset, long asking) {
    return new Lookup.Holders(new DatasetName(dataset), "msisdn", NUMBER, key(asking));
  }

  private static Lookup exists(String dataset, long key) {
    return new Lookup.Exists(SUBSCRIBER, new DatasetName(dataset), SharedKey.of(key));
  }

  private static EntityKey key(long key) {
    return new EntityKey(SUBSCRIBER, SharedKey.of(key));
  }

  private static Answer found(long... keys) {
    return new Answer.Found(
        LongStream.of(keys).mapToObj(SharedKey::of).collect(Collectors.toCollection(TreeSet::new)));
  }
}
