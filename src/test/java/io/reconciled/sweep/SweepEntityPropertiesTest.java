package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Entity;
import io.reconciled.simulated.LoneDataset;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.state.TestState;
import io.reconciled.store.Stores;
import io.reconciled.sweep.SweepAlone.Swept;
import io.reconciled.sweep.segment.Cuts;
import io.reconciled.sweep.segment.Segments;
import io.reconciled.sweep.segment.SegmentsInTests;
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
  private static final List<DatasetName> NAMES =
      List.of(SweptSubscribers.CRM, SweptSubscribers.BILLING, SweptSubscribers.PROFILES);
  private static final Entity ENTITY = SweptSubscribers.in(NAMES, List.of("status"));
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

    assertThat(swept.suspects()).containsExactlyInAnyOrderElementsOf(landscape.differing(Set.of()));
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

    assertThat(swept.suspects()).containsExactlyInAnyOrderElementsOf(landscape.differing(Set.of()));
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
    landscape.lone.get(broken).server().scansBreakAfter(Optional.of(after));

    Swept swept =
        landscape.sweep(SweepingInTests.inRangesOf(rowsPerRange).withAtOnce(atOnce), List.of());

    TreeSet<SharedKey> seenWithout = landscape.differing(Set.of(NAMES.get(broken)));
    TreeSet<SharedKey> explained = landscape.differing(Set.of());
    explained.addAll(seenWithout);
    assertThat(swept.suspects()).containsAll(seenWithout);
    assertThat(explained).containsAll(swept.suspects());
    if (swept.toDo().unreadRanges() == 0) {
      assertThat(swept.suspects())
          .containsExactlyInAnyOrderElementsOf(landscape.differing(Set.of()));
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

  private static final class Landscape {
    private final List<List<Row>> datasets;
    private final List<LoneDataset> lone;
    private final Segments segments = SegmentsInTests.forgotten(ENTITY.name());

    Landscape(List<List<Row>> datasets) {
      this.datasets = datasets;
      this.lone =
          ENTITY.datasets().stream()
              .map(dataset -> new LoneDataset(dataset, SweepAlone.CLOCK))
              .toList();
      for (int i = 0; i < datasets.size(); i++) {
        SimulatedTable table = lone.get(i).table();
        for (Row row : datasets.get(i)) {
          if (row.key() < 0) {
            table.addKeyless("null key");
          } else {
            table.add(SharedKey.of(row.key()), status(row));
          }
        }
      }
    }

    /** As an earlier sweep has found that about as many keys are before this one as behind. */
    void dividedAt(SharedKey key) {
      segments.read(new KeyRange(Optional.empty(), Optional.of(key)), SweepAlone.NOW, counted());
      segments.read(new KeyRange(Optional.of(key), Optional.empty()), SweepAlone.NOW, counted());
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
      Stores stores = new Stores(lone.stream().map(LoneDataset::open).toList());
      SweepReading reading = SweepingInTests.reading(stores, SweepAlone.CLOCK);
      return new SweepAlone(ENTITY, reading, segments, state).run(settings, left, ranges -> {});
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
}
