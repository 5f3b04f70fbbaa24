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
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.simulated.LoneDataset;
import java.time.Instant;
import java.time.InstantSource;
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
  private final LoneDataset crm = place("crm", "crm");
  private final LoneDataset billing = place("billing", "billing");

  private static LoneDataset place(String name, String store) {
    Dataset dataset =
        new Dataset(
            SUBSCRIBER,
            new DatasetName(name),
            new StoreName(store),
            List.of("subscriber"),
            "id",
            KeyType.INTEGER,
            Map.of("msisdn", "msisdn"));
    return new LoneDataset(dataset, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
  }

  private static void put(LoneDataset place, long key, Value msisdn) {
    place.table().put(SharedKey.of(key), Map.of("msisdn", msisdn));
  }

  @Test
  void holdersAreTheOtherKeysOfEachThatAsks() {
    put(crm, 1, NUMBER);
    put(crm, 2, NUMBER);
    put(crm, 3, Value.text("+493"));

    assertThat(answers(holders("crm", 1), holders("crm", 2), holders("crm", 9)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                holders("crm", 1), found(2),
                holders("crm", 2), found(1),
                holders("crm", 9), found(1, 2)));
  }

  @Test
  void valuesAskedTogetherAreAnsweredApart() {
    put(crm, 1, NUMBER);
    put(crm, 3, Value.text("+493"));
    Lookup other = new Lookup.Holders(new DatasetName("crm"), "msisdn", Value.text("+493"), key(1));

    assertThat(answers(holders("crm", 1), other))
        .containsExactlyInAnyOrderEntriesOf(Map.of(holders("crm", 1), found(), other, found(3)));
  }

  @Test
  void storeThatFailsLeavesOnlyItsOwnQuestionsUnanswered() {
    put(crm, 2, NUMBER);
    billing.server().stop();

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
    put(billing, 7, NUMBER);
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
    LoneDataset east = place("crm", "east");
    LoneDataset west = place("crm", "west");
    put(east, 1, NUMBER);
    put(west, 2, NUMBER);
    Set<Lookup> questions = Set.of(holders("crm", 1), exists("crm", 2), exists("crm", 3));
    AnswerLookups sharded = lookups(east, west);

    assertThat(sharded.answers(questions))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                holders("crm", 1), found(2),
                exists("crm", 2), found(2),
                exists("crm", 3), found()));
    west.server().stop();
    assertThat(sharded.answers(questions).values()).hasOnlyElementsOfType(Answer.Unanswered.class);
  }

  @Test
  void whatCountsAsGoneHoldsNothingAndIsNotThere() {
    put(crm, 1, NUMBER);
    put(crm, 2, NUMBER);
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
    put(crm, 2, NUMBER);
    crm.table().add(SharedKey.of(2), Map.of("msisdn", Value.NULL));

    assertThat(answers(holders("crm", 1), exists("crm", 2)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(holders("crm", 1), found(2), exists("crm", 2), found(2)));
  }

  private Map<Lookup, Answer> answers(Lookup... questions) {
    return lookups(crm, billing).answers(List.of(questions));
  }

  private static AnswerLookups lookups(LoneDataset... places) {
    return new AnswerLookups(
        stores(places), datasets(places), (dataset, stored) -> stored, store -> Optional.empty());
  }

  private static Stores stores(LoneDataset... places) {
    return new Stores(List.of(places).stream().map(LoneDataset::open).toList());
  }

  private static List<Dataset> datasets(LoneDataset... places) {
    return List.of(places).stream().map(LoneDataset::dataset).toList();
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
