package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchFilesTest {
  @TempDir private Path folder;
  private Path file;
  private ReadMark mark;
  private WatchFiles watch;
  private int reloads;

  @BeforeEach
  void load() throws IOException {
    file = folder.resolve("subscriber.yaml");
    Files.writeString(file, "entity: one");
    mark = new ReadMark(folder, folder.resolve("not there"));
    watch = new WatchFiles(mark::mark, mark.mark(), () -> reloads++);
  }

  @Test
  void filesThatStayAreNotReloaded() {
    rounds(3);
    assertThat(reloads).isZero();
  }

  @Test
  void aChangeIsReloadedOnceItStandsStill() throws IOException {
    Files.writeString(file, "entity: t");
    rounds(1);
    Files.writeString(file, "entity: two");
    rounds(1);
    assertThat(reloads).as("it was still being written").isZero();

    rounds(3);
    assertThat(reloads).isEqualTo(1);
  }

  @Test
  void aChangeThatKeepsTimeAndSizeIsSeen() throws IOException {
    FileTime written = Files.getLastModifiedTime(file);
    Files.writeString(file, "entity: two");
    Files.setLastModifiedTime(file, written);
    rounds(2);
    assertThat(reloads).isEqualTo(1);
  }

  @Test
  void filesThatComeAndGoAreChangesAndOtherFilesAreNone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "nothing");
    rounds(2);
    assertThat(reloads).isZero();

    Files.writeString(folder.resolve("order.yml"), "entity: order");
    rounds(2);
    Files.delete(file);
    rounds(2);
    assertThat(reloads).isEqualTo(2);
  }

  @Test
  void aChangeThatIsTakenBackAtOnceIsNone() throws IOException {
    Files.writeString(file, "entity: two");
    rounds(1);
    Files.writeString(file, "entity: one");
    rounds(3);
    assertThat(reloads).isZero();
  }

  private void rounds(int many) {
    for (int round = 0; round < many; round++) {
      watch.round();
    }
  }
}
