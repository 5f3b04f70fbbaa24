package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.demo.Landscape;
import io.reconciled.demo.services.Services;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Loaded;
import io.reconciled.servers.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drafted from real databases: of the demo, and of services that share nothing. */
class SuggestIT {
  private static final Map<String, String> KINDS =
      Map.of("crm", "postgresql", "billing", "mariadb", "profiles", "mongodb");
  private static final Path SAMPLE = Path.of("reconcile-rules/subscriber.yaml");

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @Test
  void draftsAllThatTheSampleRulesOfTheSameDatabasesSay() throws IOException {
    Landscape landscape = Landscape.make();
    try (Services services =
        new Services(landscape.databases(), new Random(3), InstantSource.system())) {
      services.fill(5_000);
      services.seed(24);
    }
    Path connectors = Files.createDirectory(folder.resolve("connectors"));
    for (Map.Entry<String, Database> store : landscape.forDaemon().entrySet()) {
      Files.writeString(
          connectors.resolve(store.getKey() + ".yaml"),
          "store: %s%nkind: %s%nurl: %s%nuser: %s%npassword: %s%n"
              .formatted(
                  store.getKey(),
                  KINDS.get(store.getKey()),
                  store.getValue().url(),
                  store.getValue().user(),
                  store.getValue().password()));
    }
    Path drafts = folder.resolve("drafts");

    assertThat(suggest(connectors, "--out", drafts.toString()))
        .as(said.toString())
        .isEqualTo(ExitCode.CONSISTENT);

    assertThat(drafts).isDirectoryContaining(file -> file.endsWith("subscriber.yaml"));
    String draft = Files.readString(drafts.resolve("subscriber.yaml"));
    Path byHand = Files.createDirectory(folder.resolve("by-hand"));
    Files.copy(SAMPLE, byHand.resolve("subscriber.yaml"));
    Entity wanted = only(connectors, byHand);
    Entity drafted = only(connectors, drafts);
    assertThat(drafted.keyType()).isEqualTo(wanted.keyType());
    assertThat(drafted.datasets()).as(draft).containsExactlyInAnyOrderElementsOf(wanted.datasets());
    assertThat(drafted.mappings()).as(draft).isEqualTo(wanted.mappings());
    assertThat(drafted.rules())
        .extracting(rule -> rule.name().value())
        .containsExactlyInAnyOrder("present", "equal msisdn", "equal status");
    assertThat(draft).containsPattern("A: ACTIVE # in (100|9\\d(\\.\\d)?) % of [\\d,]+ rows");

    assertThat(suggest(connectors, "--out", drafts.toString())).isEqualTo(ExitCode.WRONG_USE);
    assertThat(drafts.resolve("subscriber.yaml")).hasContent(draft);
  }

  @Test
  void suggestsNothingForTablesThatShareSmallNumbersOnly() throws IOException, SQLException {
    ThreeStores stores = new ThreeStores("strangers");
    stores.crm(
        "CREATE TABLE product (id int PRIMARY KEY, name text, active boolean, rank int, added date)",
        "INSERT INTO product SELECT i, md5('p' || i), i % 50 <> 0, i, DATE '2020-01-01' + i % 700"
            + " FROM generate_series(1, 3000) i");
    stores.billing(
        "CREATE TABLE payment (id int PRIMARY KEY, ref varchar(40), paid boolean, line int,"
            + " cents int)",
        "INSERT INTO payment SELECT seq, md5(concat('q', seq)), seq % 60 <> 7, seq,"
            + " seq * 7919 % 10007 FROM seq_1_to_3000");
    List<Document> visits = new ArrayList<>();
    Random random = new Random(5);
    for (long id = 1; id <= 3_000; id++) {
      visits.add(
          new Document("_id", id)
              .append("page", "/p/" + random.nextInt(40))
              .append("place", id)
              .append("bot", random.nextInt(60) == 0));
    }
    stores.profiles(visits);
    stores.configure(folder, "entity: none");

    assertThat(suggest(folder.resolve("connectors"))).isEqualTo(ExitCode.CONSISTENT);

    assertThat(said.toString().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("#"), "is a comment");
    assertThat(said.toString()).contains("nothing is suggested");
  }

  @Test
  void aStoreThatIsDownIsNamedAndTheOthersAreLookedAt() throws IOException, SQLException {
    ThreeStores stores = new ThreeStores("onedown");
    stores.crm("CREATE TABLE nothing (id int PRIMARY KEY)");
    stores.configure(folder, "entity: none");
    Path connectors = folder.resolve("connectors");
    Files.writeString(
        connectors.resolve("billing.yaml"),
        "store: billing\nkind: mariadb\nurl: mariadb://127.0.0.1:1/billing\ntimeout: 1s\n");

    assertThat(suggest(connectors)).isEqualTo(ExitCode.UNVERIFIED);

    assertThat(said.toString()).contains("# not looked at: store billing:");
  }

  private int suggest(Path connectors, String... more) {
    PrintWriter out = new PrintWriter(said, true);
    List<String> arguments =
        Stream.concat(Stream.of("suggest", "--connectors", connectors.toString()), Stream.of(more))
            .toList();
    return Main.commandLine().setOut(out).setErr(out).execute(arguments.toArray(String[]::new));
  }

  private static Entity only(Path connectors, Path rules) {
    Loaded loaded = Settings.from(name -> Optional.empty()).inFolders(connectors, rules).load();
    assertThat(loaded).isInstanceOf(Loaded.Sound.class);
    Configuration configuration = ((Loaded.Sound) loaded).configuration();
    assertThat(configuration.entities()).hasSize(1);
    return configuration.entities().getFirst();
  }
}
