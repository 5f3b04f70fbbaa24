package io.reconciled.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.recheck.ReadImages;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.simulated.LoneDataset;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.Stores;
import io.reconciled.trial.SampleKeys.Drawn;
import io.reconciled.trial.Trial.Counts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TryRulesTest {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final RuleName PRESENT = new RuleName("present");
  private static final List<DatasetName> DATASETS =
      List.of(new DatasetName("crm"), new DatasetName("billing"));

  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private final LoneDataset inCrm = new LoneDataset(entity().datasets().getFirst(), clock);
  private final LoneDataset inBilling = new LoneDataset(entity().datasets().getLast(), clock);
  private final SimulatedTable crm = inCrm.table();
  private final SimulatedTable billing = inBilling.table();
  private final List<Duration> pauses = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  @BeforeEach
  void fillAlike() {
    for (long key = 1; key <= 100; key++) {
      crm.put(SharedKey.of(key), status("ACTIVE"));
      billing.put(SharedKey.of(key), status("ACTIVE"));
    }
  }

  @Test
  void whatStaysWrongDisagreesAndWhatArrivesMeanwhileDoesNot() {
    billing.remove(SharedKey.of(7));
    billing.remove(SharedKey.of(8));
    meanwhile = () -> billing.put(SharedKey.of(8), status("ACTIVE"));

    Counts counts = present(run(1_000, true));

    assertThat(counts.disagree()).isEqualTo(1);
    assertThat(counts.consistent()).isEqualTo(99);
    assertThat(counts.examples())
        .singleElement()
        .satisfies(example -> assertThat(example.key()).isEqualTo(SharedKey.of(7)));
    assertThat(pauses).containsExactly(GRACE);
  }

  @Test
  void whatMovesBetweenTheLooksIsUnverified() {
    billing.remove(SharedKey.of(7));
    meanwhile = () -> crm.put(SharedKey.of(7), status("SUSPENDED"));

    Counts counts = present(run(1_000, true));

    assertThat(counts.disagree()).isZero();
    assertThat(counts.unverified()).isEqualTo(Map.of(UnverifiedReason.BUSY, 1));
  }

  @Test
  void withoutASecondLookNothingIsWaitedFor() {
    billing.remove(SharedKey.of(7));

    assertThat(present(run(1_000, false)).disagree()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void keysThatOnlyTheLaterDatasetHasAreDrawnToo() {
    billing.put(SharedKey.of(500), status("ACTIVE"));

    assertThat(present(run(1_000, true)).examples())
        .extracting(Trial.Example::key)
        .containsExactly(SharedKey.of(500));
  }

  @Test
  void noMoreKeysAreDrawnThanAskedFor() {
    assertThat(present(run(30, true)).consistent()).isEqualTo(30);
  }

  @Test
  void aStoreThatIsDownLeavesItsRulesUnverified() {
    inBilling.server().stop();

    Drawn drawn = draw(1_000);
    Counts counts = present(run(1_000, true));

    assertThat(drawn.unread()).containsOnlyKeys(DATASETS.getLast());
    assertThat(drawn.keysOf()).containsEntry(DATASETS.getFirst(), 100L);
    assertThat(counts.unverified()).isEqualTo(Map.of(UnverifiedReason.UNREACHABLE, 100));
  }

  @Test
  void theTextCountsByRuleAndShowsExamples() {
    billing.remove(SharedKey.of(7));

    assertThat(new TrialAsText(Value::toString).of(run(1_000, true)))
        .containsPattern("present +99 consistent +1 disagree +0 unverified")
        .contains("    7: missing in billing, present in crm (billing absent; crm present)");
  }

  private Trial run(int sample, boolean lookAgain) {
    try (Stores stores = stores()) {
      ReadImages read =
          new ReadImages(stores, new StoreHealth(Duration.ofSeconds(1)), clock, Runnable::run);
      AnswerLookups answers =
          new AnswerLookups(
              stores, entity().datasets(), (dataset, stored) -> stored, store -> Optional.empty());
      return new TryRules(read, answers, this::pass).run(entity(), draw(sample).keys(), lookAgain);
    }
  }

  private Drawn draw(int sample) {
    try (Stores stores = stores()) {
      return new SampleKeys(stores, new Random(1)).draw(entity(), sample);
    }
  }

  private void pass(Duration time) {
    pauses.add(time);
    meanwhile.run();
  }

  private static Counts present(Trial trial) {
    return Optional.ofNullable(trial.byRule().get(PRESENT)).orElseThrow();
  }

  private Stores stores() {
    return new Stores(List.of(inCrm.open(), inBilling.open()));
  }

  private static Map<String, Value> status(String status) {
    return Map.of("status", Value.text(status));
  }

  private static Entity entity() {
    List<Dataset> datasets =
        DATASETS.stream()
            .map(name ->
                new Dataset(
                    new EntityName("subscriber"),
                    name,
                    new StoreName(name.value()),
                    List.of("subscriber"),
                    "id",
                    KeyType.INTEGER,
                    Map.of("status", "status")))
            .toList();
    return new Entity(
        new EntityName("subscriber"),
        KeyType.INTEGER,
        GRACE,
        datasets,
        Map.of(),
        List.of(
            Rule.of(PRESENT, new Check.Present(DATASETS, DATASETS.getFirst(), Optional.empty()))),
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }
}
