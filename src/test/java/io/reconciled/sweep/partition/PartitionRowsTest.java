package io.reconciled.sweep.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.store.Rows;
import io.reconciled.sweep.guest.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionRowsTest {
  private static final int ROWS = 200;
  private static final long MEMORY = 4_000;
  @TempDir Path folder;
  private final Landscape landscape = new Landscape().with("crm", true).with("billing", false);
  private final Dataset crm = landscape.datasets().getFirst();
  private final Dataset billing = landscape.datasets().getLast();

  @BeforeEach
  void fill() {
    for (int i = 0; i < ROWS; i++) {
      landscape.put(0, "key" + i, "ACTIVE");
      landscape.put(1, "key" + i, "ACTIVE");
    }
  }

  @Test
  void aDatasetThatBreaksIsLeftOutAndTheOthersAreNot() {
    landscape.server(0).scansBreakAfter(Optional.of(20));

    try (Partitions partitions = landscape.read(settings())) {
      assertThat(partitions.unread()).containsOnlyKeys(crm);
      assertThat(partitions.unread().get(crm))
          .extracting(Unread::reason)
          .isEqualTo(UnverifiedReason.UNREACHABLE);
      assertThat(rows(partitions, billing)).isEqualTo(ROWS);
    }
  }

  @Test
  void aDatasetThatDoesNotFitOnDiskIsNamedWithWhatToRaise() {
    DiskSpace space = new DiskSpace(8_000);

    try (Partitions partitions =
        landscape.read(settings(), space, new Landscape.NeverCancelled())) {
      assertThat(partitions.unread()).containsOnlyKeys(billing);
      assertThat(partitions.unread().get(billing).detail())
          .contains("billing", PartitionSettings.DISK_LIMIT);
      assertThat(rows(partitions, crm)).isEqualTo(ROWS);
    }
    assertThat(space.taken()).isZero();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamedWithWhatToSet() throws IOException {
    Path file = Files.createFile(folder.resolve("a file"));

    try (Partitions partitions = landscape.read(Landscape.settings(file, MEMORY, 50))) {
      assertThat(partitions.unread()).containsOnlyKeys(crm, billing);
      assertThat(partitions.unread().get(crm).detail())
          .contains(file.toString(), PartitionSettings.FOLDER);
      assertThat(partitions.next().orElseThrow().unread()).containsOnlyKeys(crm, billing);
    }
  }

  @Test
  void nothingIsLeftBehindHoweverTheProcessEnds() throws IOException {
    try (Partitions partitions = landscape.read(settings());
        Stream<Path> named = Files.list(folder)) {
      assertThat(partitions.left()).isGreaterThan(1);
      assertThat(named).isEmpty();
    }
  }

  @Test
  void ofWhatWasReadByHalfNothingIsGivenOut() {
    ReadProgress progress =
        new ReadProgress() {
          private long read;

          @Override
          public Optional<Turn> turn(Dataset dataset) {

            return Optional.of(Turn.free());
          }

          @Override
          public boolean cancelled() {
            return read > ROWS / 2;
          }

          @Override
          public void read(Dataset dataset, long rows) {
            read += rows;
          }
        };
    DiskSpace space = new DiskSpace(1 << 20);

    try (Partitions partitions = landscape.read(settings(), space, progress)) {
      assertThat(partitions.next()).isEmpty();
      assertThat(space.taken()).isZero();
    }
  }

  @Test
  void manyRowsOfOneKeyStayTogetherWhateverTheirSize() {
    for (int i = 0; i < ROWS; i++) {
      landscape.put(0, "hot", "ACTIVE");
    }

    try (Partitions partitions = landscape.read(settings())) {
      assertThat(rows(partitions, crm)).isEqualTo(2 * ROWS);
    }
  }

  @Test
  void aStoreThatCannotBeAskedIsNamedAndTheOthersDecide() {
    landscape.server(1).stop();

    SweepPlan plan = landscape.plan(settings());

    assertThat(plan.strategy()).isEqualTo(SweepPlan.Strategy.PARTITIONS);
    assertThat(plan.datasets())
        .extracting(dataset -> dataset.unread().isPresent())
        .containsExactly(false, true);
  }

  @Test
  void whereEveryStoreKeepsTheOrderOfKeysTheyAreMerged() {
    Landscape ordered = new Landscape().with("crm", false).with("billing", false);

    assertThat(ordered.plan(settings()).strategy()).isEqualTo(SweepPlan.Strategy.MERGE);
  }

  private PartitionSettings settings() {
    return Landscape.settings(folder, MEMORY, 50);
  }

  private static int rows(Partitions partitions, Dataset dataset) {
    int count = 0;
    for (var next = partitions.next(); next.isPresent(); next = partitions.next()) {
      try (Rows rows = next.get().rows(dataset)) {
        for (var block = rows.next(); block.isPresent(); block = rows.next()) {
          count += block.get().rows();
        }
      }
    }
    return count;
  }
}
