package io.reconciled.store.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.mongodb.MongoKind;
import io.reconciled.store.sql.SqlStoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every type of every store against every other: what is called equal, different, unverified. */
class CrossStoreTypesIT {
  private static final Path PAGE = Path.of("src/docs/types.md");
  private static final Path TEMPLATE = Path.of("src/test/resources/types.md");

  /** {@code -Dtypes.write=true} writes the page instead of comparing it. */
  private static final boolean WRITE = Boolean.getBoolean("types.write");

  private static final List<ReadSample> ALL = new ArrayList<>();
  private static StoreSamples postgres;

  @BeforeAll
  static void writeByEachStoresOwnClientAndReadByOurs() throws SQLException {
    Servers servers = Servers.shared().startAll();
    Database inPostgres = servers.postgres().admin(servers.postgres().freshDatabase("samples"));
    Database inMariaDb = servers.mariaDb().admin(servers.mariaDb().freshDatabase("samples"));
    postgres = new StoreSamples(SqlStoreKind.postgres(), inPostgres, PostgresSamples.all());
    postgres.writeBySql(PostgresSamples.BEFORE);
    StoreSamples mariaDb =
        new StoreSamples(SqlStoreKind.mariaDb(), inMariaDb, MariaDbSamples.all());
    mariaDb.writeBySql(MariaDbSamples.BEFORE);
    StoreSamples mongo =
        new StoreSamples(
            new MongoKind(), servers.mongo().freshDatabase("samples"), MongoSamples.all());
    mongo.writeByMongoDriver();
    ALL.addAll(postgres.read(Map.of()));
    ALL.addAll(mariaDb.read(Map.of()));
    ALL.addAll(mongo.read(Map.of()));
  }

  @Test
  void everyPairComparesAsItsMeaningsDo() {
    List<String> wrong = new ArrayList<>();
    int pairs = 0;
    for (ReadSample left : ALL) {
      for (ReadSample right : ALL) {
        Meaning.Likeness expected = left.sample().meaning().to(right.sample().meaning());
        if (left.likeness(right) != expected) {
          wrong.add(
              "%s (%s) and %s (%s) should be %s and are %s"
                  .formatted(
                      left.name(),
                      left.value(),
                      right.name(),
                      right.value(),
                      expected,
                      left.likeness(right)));
        }
        pairs++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(pairs).isGreaterThan(400);
  }

  @Test
  void whatPostgresSendsInBinaryReadsAsWhatItSendsAsText() {
    assertThat(postgres.read(Map.of("prepareThreshold", "-1")))
        .isEqualTo(postgres.read(Map.of("prepareThreshold", "0")));
  }

  @Test
  void pageOfTypesIsCurrent() throws IOException {
    String page = new TypesPage(ALL).fill(Files.readString(TEMPLATE));
    if (WRITE) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("%s; write it anew with -Dtypes.write=true, see CONTRIBUTING.md", PAGE)
        .isEqualTo(page);
  }
}
