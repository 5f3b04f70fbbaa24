package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.sweep.partition.PartitionSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPartitionSettingsTest {
  @Test
  void withoutAnyTheDefaultsHold() {
    assertThat(read(Map.of())).isEqualTo(PartitionSettings.DEFAULT);
  }

  @Test
  void folderAndLimitAreThoseThatAreSet() {
    PartitionSettings read =
        read(Map.of(PartitionSettings.FOLDER, "/data/p", PartitionSettings.DISK_LIMIT, "3"));

    assertThat(read.folder()).isEqualTo(Path.of("/data/p"));
    assertThat(read.diskLimit()).isEqualTo(3L << 30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "20 GB", "1.5", "9999999999999"})
  void whatIsNoNumberOfGigabytesIsRefused(String text) {
    assertThatThrownBy(() -> read(Map.of(PartitionSettings.DISK_LIMIT, text)))
        .isInstanceOf(ConfigurationRefused.class)
        .hasMessageContaining(PartitionSettings.DISK_LIMIT);
  }

  private static PartitionSettings read(Map<String, String> set) {
    return ReadPartitionSettings.from(name -> Optional.ofNullable(set.get(name)));
  }
}
