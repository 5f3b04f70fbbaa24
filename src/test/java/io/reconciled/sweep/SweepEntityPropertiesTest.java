package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.InMemoryDueTable;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.servers.Database;
import io.reconciled.simulated.SimulatedKind;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.state.TestState;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Store;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Stores;
import io.reconciled.sweep.segment.Cuts;
import io.reconciled.sweep.segment.Segments;
import io.reconciled.sweep.segment.SegmentsInTests;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What a sweep asks to look at, against a model that holds everything in memory. */
class SweepEntityPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final List<String> TABLE = List.of("subscriber");
  private static final List<DatasetName> NAMES =
      List.of(new DatasetName("crm"), new DatasetName("billing"), new DatasetName("profiles"));
  private static final Entity ENTITY = entity();
  private static StateDatabase state;

  @BeforeContainer
  static void openState() {
    state = TestState.h2InMemory();
  }

  @AfterContainer
  static void closeState() {
    state.close();
  }

  /**
   * One row.
   *
   * @param key negative for a row without one
   */
  record Row(int key, String status) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(Arbitraries.integers().between(-1, 9), Arbitraries.of("A", "B"))
        .as(Row::new)
        .list()
        .ofMaxSize(14);
  }

  @Property(tries = 300)
  void whatDiffersIsAskedForWhateverTheRanges(
      @ForAll @Size(3) List<@From("rows") List<Row>> datasets,
      @ForAll @IntRange(min = 1, max = 8) int rowsPerRange) {
    Landscape landscape = new Landscape(datasets);

    Swept swept = landscape.sweep(rowsPerRange);

    assertThat(swept.suspects()).isEqualTo(landscape.differing(Set.of()));
    assertThat(swept.toDo().unreadRanges()).isZero();
    assertThat(swept.tally().rows().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(datasets.stream().mapToLong(List::size).sum());
  }

  @Property(tries = 300)
  void twoRangesAtOnceAskForTheSame(
      @ForAll @Size(3) List<@From("rows") List<Row>> datasets,
      @ForAll @IntRange(min = 1, max = 8) int rowsPerRange,
      @ForAll @IntRange(min = 0, max = 10) int divided) {
    Landscape landscape = new Landscape(datasets);
    landscape.dividedAt(SharedKey.of(divided));

    Swept swept =
        landscape.sweep(SweepingInTests.inRangesOf(rowsPerRange).withAtOnce(2), List.of());

    assertThat(swept.suspects()).isEqualTo(landscape.differing(Set.of()));
    assertThat(swept.toDo().left()).isEmpty();
    assertThat(swept.tally().rows().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(datasets.stream().mapToLong(List::size).sum());
  }

  @Property(tries = 300)
  void aStreamThatBreaksIsUnreadAndNeverAbsent(
      @ForAll @Size(3) List<@From("rows") List<Row>> datasets,
      @ForAll @IntRange(min = 1, max = 8) int rowsPerRange,
      @ForAll @IntRange(min = 1, max = 2) int atOnce,
      @ForAll @IntRange(min = 0, max = 2) int broken,
      @ForAll @IntRange(min = 0, max = 6) int after) {
    Landscape landscape = new Landscape(datasets);
    landscape.dividedAt(SharedKey.of(5));
    landscape.servers.get(broken).scansBreakAfter(Optional.of(after));

    Swept swept =
        landscape.sweep(SweepingInTests.inRangesOf(rowsPerRange).withAtOnce(atOnce), List.of());

    TreeSet<SharedKey> seenWithout = landscape.differing(Set.of(NAMES.get(broken)));
    TreeSet<SharedKey> explained = landscape.differing(Set.of());
    explained.addAll(seenWithout);
    assertThat(swept.suspects()).containsAll(seenWithout);
    assertThat(explained).containsAll(swept.suspects());
    if (swept.toDo().unreadRanges() == 0) {
      assertThat(swept.suspects()).isEqualTo(landscape.differing(Set.of()));
    } else {
      assertThat(swept.toDo().whyUnread()).containsOnlyKeys(NAMES.get(broken));
    }
  }

  @Property(tries = 100)
  void whatIsTooMuchToLookAtIsLeftToDoAndComesInItsTurn(
      @ForAll @Size(3) List<@From("rows") List<Row>> datasets,
      @ForAll @IntRange(min = 1, max = 8) int rowsPerRange,
      @ForAll @IntRange(min = 1, max = 3) int mostSuspects) {
    Landscape landscape = new Landscape(datasets);
    SweepSettings few = SweepingInTests.inRangesOf(rowsPerRange).withMostSuspects(mostSuspects);
    TreeSet<SharedKey> suspects = new TreeSet<>();
    List<PieceOnRecord> left = List.of();
    int runs = 0;
    do {
      Swept swept = landscape.sweep(few, left);
      suspects.addAll(swept.suspects());
      left = swept.toDo().left().stream().map(PieceOnRecord::of).toList();
      runs++;
    } while (!left.isEmpty() && runs < 20);

    assertThat(suspects).isEqualTo(landscape.differing(Set.of()));
    assertThat(runs).isEqualTo(Math.max(1, Math.ceilDiv(suspects.size(), mostSuspects)));
  }

  private record Swept(TreeSet<SharedKey> suspects, SweepTally tally, PiecesToDo toDo) {}

  private record Progress(SweepTally tally, PiecesToDo toDo) implements SweepProgress {
    @Override
    public void moved() {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  private static final class Landscape {
    private final List<List<Row>> datasets;
    private final List<SimulatedServer> servers = new ArrayList<>();
    private final List<Store> stores = new ArrayList<>();
    private final Segments segments = SegmentsInTests.forgotten(SUBSCRIBER);

    Landscape(List<List<Row>> datasets) {
      this.datasets = datasets;
      for (int i = 0; i < datasets.size(); i++) {
        SimulatedServer server = new SimulatedServer(CLOCK);
        Database database = server.freshDatabase("sweep");
        SimulatedTable table =
            server.database(database.name()).create(TABLE, "id", KeyType.INTEGER, Set.of("status"));
        for (Row row : datasets.get(i)) {
          if (row.key() < 0) {
            table.addKeyless("null key");
          } else {
            table.add(SharedKey.of(row.key()), status(row));
          }
        }
        servers.add(server);
        stores.add(
            new SimulatedKind(server)
                .open(
                    new StoreSettings(
                        new StoreName(NAMES.get(i).value()),
                        URI.create(database.url()),
                        "",
                        Secret.NONE,
                        Duration.ofSeconds(1),
                        Map.of())));
      }
    }

    /** As an earlier sweep has found that about as many keys are before this one as behind. */
    void dividedAt(SharedKey key) {
      segments.read(new KeyRange(Optional.empty(), Optional.of(key)), NOW, counted());
      segments.read(new KeyRange(Optional.of(key), Optional.empty()), NOW, counted());
    }

    private static Cuts counted() {
      Cuts cuts = new Cuts();
      cuts.isDueAtNext();
      return cuts;
    }

    Swept sweep(int rowsPerRange) {
      return sweep(SweepingInTests.inRangesOf(rowsPerRange), List.of());
    }

    Swept sweep(SweepSettings settings, List<PieceOnRecord> left) {
      DueQueue due =
          new DueQueue(SUBSCRIBER, DueSettings.withGrace(ENTITY.grace()), new InMemoryDueTable());
      SweepEntity sweep =
          new SweepEntity(
              ENTITY,
              settings,
              new SweepParts(
                  SweepingInTests.reading(new Stores(stores), CLOCK),
                  new AnswerLookups(
                      new Stores(stores),
                      ENTITY.datasets(),
                      (dataset, stored) -> stored,
                      store -> Optional.empty()),
                  due,
                  new JooqDiscrepancies(state.dataSource(), name -> KeyType.INTEGER, Masking.MASK),
                  segments,
                  CLOCK));
      Progress progress = new Progress(new SweepTally(), sweep.toDo(left));
      sweep.run(progress);
      TreeSet<SharedKey> suspects = new TreeSet<>();
      due.take(NOW.plus(ENTITY.grace()), Integer.MAX_VALUE)
          .forEach(key -> suspects.add(key.key().key()));
      return new Swept(suspects, progress.tally(), progress.toDo());
    }

    /** The keys that are to be looked at where these datasets cannot be read. */
    TreeSet<SharedKey> differing(Set<DatasetName> unread) {
      TreeSet<SharedKey> differing = new TreeSet<>();
      for (int key = 0; key < 10; key++) {
        Readings readings = readings(key, unread);
        boolean seen = readings.byDataset().values().stream().anyMatch(Landscape::isThere);
        if (seen && CompareAll.wantsALook(readings)) {
          differing.add(SharedKey.of(key));
        }
      }
      return differing;
    }

    private static boolean isThere(Reading reading) {
      return reading instanceof Image.Present || reading instanceof Image.Duplicate;
    }

    private Readings readings(int key, Set<DatasetName> unread) {
      Map<DatasetName, Reading> readings = new HashMap<>();
      for (int i = 0; i < datasets.size(); i++) {
        List<Row> rows = datasets.get(i).stream().filter(row -> row.key() == key).toList();
        Image image =
            switch (rows.size()) {
              case 0 -> Image.ABSENT;
              case 1 -> new Image.Present(status(rows.getFirst()));
              default -> new Image.Duplicate(rows.size());
            };
        readings.put(
            NAMES.get(i),
            unread.contains(NAMES.get(i))
                ? new Unread(UnverifiedReason.UNREACHABLE, "broken")
                : image);
      }
      return new Readings(readings);
    }

    private static Map<String, Value> status(Row row) {
      return Map.of("status", Value.text(row.status()));
    }
  }

  private static final class CompareAll {
    static boolean wantsALook(Readings readings) {
      return new CompareKey(ENTITY)
          .verdicts(SharedKey.of(1), readings).values().stream()
              .anyMatch(verdict ->
                  verdict instanceof Verdict.Inconsistent
                      || (verdict instanceof Verdict.Unverified(var reason, var detail)
                          && reason != UnverifiedReason.UNREACHABLE));
    }
  }

  private static Entity entity() {
    List<Dataset> datasets =
        NAMES.stream()
            .map(name ->
                new Dataset(
                    SUBSCRIBER,
                    name,
                    new StoreName(name.value()),
                    TABLE,
                    "id",
                    KeyType.INTEGER,
                    Map.of("status", "status")))
            .toList();
    return new Entity(
        SUBSCRIBER,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        datasets,
        Map.of(),
        List.of(
            Rule.of(
                new RuleName("present"),
                new Check.Present(NAMES, NAMES.getFirst(), Optional.empty())),
            Rule.of(
                new RuleName("equal status"),
                new Check.Equal(NAMES, List.of("status"), new Authority.Nobody()))),
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }
}
