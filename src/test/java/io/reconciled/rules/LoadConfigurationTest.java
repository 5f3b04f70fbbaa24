package io.reconciled.rules;

import static io.reconciled.rules.ConfigurationFiles.CRM;
import static io.reconciled.rules.ConfigurationFiles.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.rules.SweepLimits.PauseAbove;
import io.reconciled.rules.SweepLimits.Window;
import java.net.URI;
import java.nio.file.Files;
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

class LoadConfigurationTest {
  private static final DatasetName CRM_DATA = new DatasetName("crm");
  private static final DatasetName PROFILES_DATA = new DatasetName("profiles");
  @TempDir Path directory;
  private ConfigurationFiles files;

  @BeforeEach
  void soundFiles() {
    files = new ConfigurationFiles(directory);
  }

  private Configuration sound() {
    assertThat(files.problems()).isEmpty();
    return ((Loaded.Sound) files.load()).configuration();
  }

  private Entity subscriber() {
    return sound().entity(new EntityName("subscriber")).orElseThrow();
  }

  @Nested
  class Sound {
    @Test
    void connectorIsReadWhole() {
      Connector crm = sound().connectors().getFirst();
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
      Path beside = sound().connectors().getFirst().places().file().resolveSibling("crm.pause");
      assertThat(sound().connectors().getFirst().sweep())
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

    @ParameterizedTest
    @CsvSource({
      "22:00,06:00,21:59,false", "22:00,06:00,22:00,true", "22:00,06:00,00:00,true",
      "22:00,06:00,05:59,true", "22:00,06:00,06:00,false", "01:00,05:00,00:59,false",
      "01:00,05:00,01:00,true", "01:00,05:00,05:00,false", "12:00,00:00,23:59,true",
      "12:00,00:00,00:00,false", "00:00,12:00,00:00,true"
    })
    void aWindowMayGoOverMidnight(LocalTime from, LocalTime to, LocalTime at, boolean within) {
      assertThat(new Window(from, to).contains(at)).isEqualTo(within);
    }

    @Test
    void connectorNeedsNoMoreThanStoreKindAndUrl() {
      Connector profiles = sound().connectors().getLast();
      assertThat(profiles.user()).isEmpty();
      assertThat(profiles.password()).isEqualTo(Secret.NONE);
      assertThat(profiles.timeout()).isEmpty();
      assertThat(profiles.capture()).isFalse();
      assertThat(profiles.sweep()).isEqualTo(SweepLimits.DEFAULT);
    }

    @Test
    void entityIsReadWhole() {
      Entity subscriber = subscriber();
      assertThat(subscriber.keyShape()).isEqualTo(KeyType.INTEGER);
      assertThat(subscriber.grace()).isEqualTo(Duration.ofSeconds(5));
      assertThat(subscriber.sweep()).contains("0 0 3 * * ?");
      assertThat(subscriber.dataset(CRM_DATA))
          .contains(
              new Dataset(
                  new EntityName("subscriber"),
                  CRM_DATA,
                  new StoreName("crm"),
                  List.of("public", "subscriber"),
                  "id",
                  KeyType.INTEGER,
                  Map.of("msisdn", "msisdn", "status", "status")));
    }

    @Test
    void aKeyMayHaveSeveralParts() {
      files.write(
          "rules/subscriber.yaml",
          ConfigurationFiles.SUBSCRIBER
              .replace("type: integer", "type: [text, uuid]")
              .replace("key: id", "key: [tenant, id]")
              .replace("key: _id", "key: [_id.tenant, _id.id]"));

      assertThat(subscriber().keyShape())
          .isEqualTo(new CompositeShape(List.of(KeyType.TEXT, KeyType.UUID)));
      assertThat(subscriber().dataset(CRM_DATA).orElseThrow().keyFields())
          .containsExactly("tenant", "id");
      assertThat(subscriber().dataset(PROFILES_DATA).orElseThrow().keyFields())
          .containsExactly("_id.tenant", "_id.id");
    }

    @Test
    void aViewIsNamedAsTheStoreNamesTablesAndNoLogShowsIt() {
      files.write(
          "rules/subscriber.yaml",
          ConfigurationFiles.SUBSCRIBER
              .replace("table: public.subscriber", "view: public.active")
              .replace("collection: profiles", "view: profiles.active"));

      Dataset crm = subscriber().dataset(CRM_DATA).orElseThrow();
      assertThat(crm.container()).containsExactly("public", "active");
      assertThat(crm.view()).isTrue();
      Dataset profiles = subscriber().dataset(PROFILES_DATA).orElseThrow();
      assertThat(profiles.container()).containsExactly("profiles.active");
      assertThat(profiles.view()).isTrue();
      assertThat(subscriber().placeOf(PROFILES_DATA, Optional.empty()).line()).isEqualTo(7);
      assertThat(sound().datasetsIn(crm.store())).containsExactly(crm);
      assertThat(sound().followableIn(crm.store())).isEmpty();
    }

    @Test
    void aShardMayBeAView() {
      files.write(
          "rules/subscriber.yaml",
          ConfigurationFiles.SUBSCRIBER.replace(
              "table: public.subscriber",
              "shards: [{ store: crm, table: old }, { store: crm, view: new }]"));

      assertThat(subscriber().shards(CRM_DATA))
          .extracting(Dataset::container, Dataset::view)
          .containsExactly(tuple(List.of("old"), false), tuple(List.of("new"), true));
    }

    @Test
    void rulesAreNamedAndKnowTheirDatasets() {
      List<DatasetName> both = List.of(CRM_DATA, PROFILES_DATA);
      assertThat(subscriber().rules())
          .containsExactly(
              Rule.of(new RuleName("present"), new Check.Present(both, CRM_DATA, Optional.empty())),
              Rule.of(
                  new RuleName("equal status"),
                  equal(both, List.of("status"), new Authority.One(CRM_DATA))),
              Rule.of(
                  new RuleName("both"),
                  equal(both, List.of("msisdn", "status"), new Authority.Nobody())));
    }

    private static Check equal(
        List<DatasetName> datasets, List<String> attributes, Authority authority) {
      return new Check.Equal(datasets, attributes, authority);
    }

    @Test
    void valuesAreTypedAsYamlTypesThem() {
      ValueMaps maps = subscriber().mappings().get(PROFILES_DATA).values();
      assertThat(maps)
          .isEqualTo(
              new ValueMaps(
                  Map.of(
                      "status",
                      Map.of(
                          Value.text("A"),
                          Value.text("ACTIVE"),
                          Value.number(1),
                          Value.text("SUSPENDED"),
                          new Value.Bool(true),
                          Value.text("GONE")))));
    }

    @Test
    void presenceMayNameItsReferenceInEitherWay() {
      for (String rule :
          List.of(
              "- present: { in: [crm, profiles], reference: profiles }",
              "- present: [crm, profiles]\n    authority: profiles")) {
        replace("- present: [crm, profiles]", rule);
        assertThat(((Check.Present) subscriber().rules().getFirst().check()).reference())
            .isEqualTo(PROFILES_DATA);
      }
    }

    @Test
    void datasetMayStandInAStoreOfAnotherName() {
      replace("  crm: { table", "  people: { store: crm, table");
      files.write(
          "rules/subscriber.yaml",
          read().replace("[crm,", "[people,").replace(": crm\n", ": people\n"));
      assertThat(subscriber().dataset(new DatasetName("people")).orElseThrow().store())
          .isEqualTo(new StoreName("crm"));
    }

    @Test
    void passwordFileIsMeantFromItsConnector() {
      files.write("connectors/secret", "from file\n");
      files.write(
          "connectors/crm.yaml", CRM.replace("password: ${CRM_PASSWORD}", "passwordFile: secret"));
      assertThat(sound().connectors().getFirst().password().reveal()).isEqualTo("from file");
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
      Connector crm = sound().connectors().getFirst();
      assertThat(crm.url()).hasToString("postgresql://crm-db:5432/crm");
      assertThat(crm.user()).isEqualTo("ahunter2b${c}");
      assertThat(crm.password().reveal()).isEqualTo("12345");
      assertThat(crm.capture()).isFalse();
    }

    @Test
    void placesOfPartsAreKept() {
      Entity subscriber = subscriber();
      assertThat(subscriber.placeOf(PROFILES_DATA, Optional.of("status")).line()).isEqualTo(9);
      assertThat(subscriber.placeOf(PROFILES_DATA, Optional.of("key")).line()).isEqualTo(8);
      assertThat(subscriber.placeOf(PROFILES_DATA, Optional.empty()).line()).isEqualTo(7);
      assertThat(subscriber.placeOf(PROFILES_DATA, Optional.of("no such")).line()).isEqualTo(9);
      assertThat(subscriber.places().of("datasets.profiles").line()).isEqualTo(6);
      assertThat(subscriber.places().of("rules.1.authority"))
          .isEqualTo(new Place(directory.resolve("rules/subscriber.yaml"), 14, 16));
      assertThat(sound().connectors().getFirst().places().of("options.sslmode").line())
          .isEqualTo(7);
    }
  }

  @Nested
  class LogLimits {
    @Test
    void eightGigabytesAreKeptWhereAServerKeepsItsLogForReaders() {
      assertThat(crm().logLimit()).hasValue(8L << 30);
      assertThat(sound().connectors().getLast().logLimit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500MB, 524288000", "64 mb, 67108864", "1.5GB, 1610612736", "1TB, 1099511627776"})
    void sizesAreStepsOf1024(String written, long bytes) {
      files.write("connectors/crm.yaml", CRM + "logLimit: " + written + "\n");
      assertThat(crm().logLimit()).hasValue(bytes);
    }

    @Test
    void noneIsNoLimit() {
      files.write("connectors/crm.yaml", CRM + "logLimit: none\n");
      assertThat(crm().logLimit()).isEmpty();
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

    private Connector crm() {
      return sound().connectors().getFirst();
    }
  }

  @Nested
  class Refused {
    @Test
    void everyProblemOfEveryFileAtOnceInOrder() {
      files.write("connectors/crm.yaml", CRM.replace("timeout: 2s", "timeout: soon"));
      files.write("connectors/profiles.yaml", "store: [");
      files.write(
          "rules/subscriber.yaml", SUBSCRIBER.replace("5s", "0s").replace("key: id", "kee: id"));
      assertThat(files.problems())
          .extracting(
              problem -> problem.place().file().getFileName() + ":" + problem.place().line())
          .containsExactly(
              "crm.yaml:6",
              "profiles.yaml:1",
              "subscriber.yaml:3",
              "subscriber.yaml:5",
              "subscriber.yaml:5");
    }

    @Test
    void missingAndEmptyDirectories() {
      Loaded loaded =
          ConfigurationFiles.loader(Map.of())
              .load(directory.resolve("nowhere"), directory.resolve("connectors/crm.yaml"));
      assertThat(((Loaded.Refused) loaded).problems())
          .extracting(Problem::what)
          .containsExactly("there is no such directory", "there is no such directory");
    }

    @Test
    void directoryWithoutYaml() throws Exception {
      Files.delete(directory.resolve("rules/subscriber.yaml"));
      assertThat(files.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.what()).contains("no *.yaml"));
    }

    @Test
    void namesThatAreTakenInAnotherFile() {
      files.write("connectors/other.yaml", CRM.replace("store: crm", "\nstore: CRM"));
      files.write("rules/z.yml", SUBSCRIBER);
      assertThat(files.problems())
          .satisfiesExactly(
              problem -> {
                assertThat(problem.place().line()).isEqualTo(2);
                assertThat(problem.what()).contains("'CRM'", "crm.yaml:1:8");
              },
              problem -> {
                assertThat(problem.place().file()).hasFileName("z.yml");
                assertThat(problem.what()).contains("'subscriber'", "subscriber.yaml:1:9");
              });
    }

    @Test
    void passwordsAreNeverRepeated() {
      String secret = "hunter2secret";
      for (String line :
          List.of(
              "password: *" + secret,
              "password: &" + secret + " x",
              "password: !" + secret + " x",
              "password: !" + secret + "! x",
              "password: ${" + secret + "-" + secret + "}",
              "password: ${" + secret,
              "password: \"" + secret,
              "password: [" + secret + "]",
              "password: { " + secret + ": x }",
              "password: " + secret + ": " + secret,
              "password: @" + secret,
              "passwordFile: nowhere\npassword: " + secret,
              "password: x\nurl: postgresql://me:" + secret + "@db/crm",
              "password: x\nurl: postgresql://db/crm?password=" + secret,
              "password: x\nurl: 'postgresql:// " + secret + "'")) {
        files.write(
            "connectors/crm.yaml", "store: crm\nkind: postgresql\nuser: me\n" + line + "\n");
        assertThat(DescribeProblems.of(files.problems()))
            .as(line)
            .contains("crm.yaml")
            .doesNotContain(secret);
      }
    }
  }

  private String read() {
    try {
      return Files.readString(directory.resolve("rules/subscriber.yaml"));
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private void replace(String part, String with) {
    assertThat(SUBSCRIBER).contains(part);
    files.write("rules/subscriber.yaml", SUBSCRIBER.replace(part, with));
  }
}
