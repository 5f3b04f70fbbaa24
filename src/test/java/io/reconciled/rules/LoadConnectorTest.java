package io.reconciled.rules;

import static io.reconciled.rules.ConfigurationFiles.CRM;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.rules.SweepLimits.PauseAbove;
import io.reconciled.rules.SweepLimits.Window;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sound file under connectors/ comes to. */
class LoadConnectorTest {
  @TempDir Path directory;
  private ConfigurationFiles files;

  @BeforeEach
  void soundFiles() {
    files = new ConfigurationFiles(directory);
  }

  @Test
  void connectorIsReadWhole() {
    Connector crm = files.crm();
    assertThat(crm.store()).isEqualTo(new StoreName("crm"));
    assertThat(crm.kind()).isEqualTo("postgresql");
    assertThat(crm.url()).hasToString("postgresql://crm-db:5432/crm");
    assertThat(crm.user()).isEqualTo("reconciled");
    assertThat(crm.password()).extracting(Secret::reveal).isEqualTo("hunter2");
    assertThat(crm.capture()).isTrue();
    assertThat(crm.timeout()).contains(Duration.ofSeconds(2));
    assertThat(crm.options()).isEqualTo(Map.of("sslmode", "require", "fetch", "100"));
  }

  @Test
  void connectorNeedsNoMoreThanStoreKindAndUrl() {
    Connector profiles = files.sound().connectors().getLast();
    assertThat(profiles.user()).isEmpty();
    assertThat(profiles.password()).isEqualTo(Secret.NONE);
    assertThat(profiles.timeout()).isEmpty();
    assertThat(profiles.capture()).isFalse();
    assertThat(profiles.sweep()).isEqualTo(SweepLimits.DEFAULT);
  }

  @Test
  void whatAConnectorSaysOfSweepsIsReadWhole() {
    files.write(
        "connectors/crm.yaml",
        CRM
            + """
            sweep:
              rowsPerSecond: 50000
              connections: 3
              readUrl: postgresql://crm-replica:5432/crm
              windows: ["22:00-06:00", "12:00-24:00"]
              zone: Europe/Berlin
              pauseFile: crm.pause
              pauseAbove: { activeSessions: 40, replicaLag: 30s }
              link: narrow
            """);
    Path beside = files.crm().places().file().resolveSibling("crm.pause");
    assertThat(files.crm().sweep())
        .isEqualTo(
            new SweepLimits(
                OptionalInt.of(50_000),
                3,
                Optional.of(URI.create("postgresql://crm-replica:5432/crm")),
                List.of(
                    new Window(LocalTime.of(22, 0), LocalTime.of(6, 0)),
                    new Window(LocalTime.NOON, LocalTime.MIDNIGHT)),
                ZoneId.of("Europe/Berlin"),
                Optional.of(beside),
                new PauseAbove(OptionalInt.of(40), Optional.of(Duration.ofSeconds(30))),
                SweepLimits.Link.NARROW));
  }

  @Test
  void passwordFileIsMeantFromItsConnector() {
    files.write("connectors/secret", "from file\n");
    files.write(
        "connectors/crm.yaml", CRM.replace("password: ${CRM_PASSWORD}", "passwordFile: secret"));
    assertThat(files.crm().password().reveal()).isEqualTo("from file");
  }

  @Test
  void environmentStandsInForValuesAndHasDefaults() {
    files.write(
        "connectors/crm.yaml",
        """
        store: crm
        kind: ${EMPTY:postgresql}
        url: ${CRM_URL:postgresql://crm-db:5432/crm}
        user: a${CRM_PASSWORD}b$${c}
        password: 12345
        capture: ${CAPTURE:false}
        """);
    Connector crm = files.crm();
    assertThat(crm.url()).hasToString("postgresql://crm-db:5432/crm");
    assertThat(crm.user()).isEqualTo("ahunter2b${c}");
    assertThat(crm.password().reveal()).isEqualTo("12345");
    assertThat(crm.capture()).isFalse();
  }

  @Nested
  class LogLimits {
    @Test
    void eightGigabytesAreKeptWhereAServerKeepsItsLogForReaders() {
      assertThat(files.crm().logLimit()).hasValue(8L << 30);
      assertThat(files.sound().connectors().getLast().logLimit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500MB, 524288000", "64 mb, 67108864", "1.5GB, 1610612736", "1TB, 1099511627776"})
    void sizesAreStepsOf1024(String written, long bytes) {
      files.write("connectors/crm.yaml", CRM + "logLimit: " + written + "\n");
      assertThat(files.crm().logLimit()).hasValue(bytes);
    }

    @Test
    void noneIsNoLimit() {
      files.write("connectors/crm.yaml", CRM + "logLimit: none\n");
      assertThat(files.crm().logLimit()).isEmpty();
    }

    @Test
    void aKindThatKeepsNoLogForReadersHasNoLimit() {
      files.write(
          "connectors/profiles.yaml",
          "store: profiles\nkind: mongodb\nurl: mongodb://profiles-db/profiles\nlogLimit: 1GB\n");
      assertThat(files.problems())
          .singleElement()
          .satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(4);
            assertThat(problem.what()).contains("mongodb keeps no log");
            assertThat(problem.fix()).contains("remove the line");
          });
    }
  }
}
