package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rules file would find in real databases, as the command tells it. */
class TryIT {
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 50ms
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: subscriber_id, attributes: { status: state } }
        profiles: { collection: profiles, key: _id, attributes: { status: state } }
      rules:
        - present: [crm, billing, profiles]
        - equal: status
      """;
  private static final int KEYS = 200;

  private final ThreeStores stores = new ThreeStores("trial");
  private final StringWriter said = new StringWriter();
  @TempDir private Path folder;

  @BeforeEach
  void fillAlike() throws SQLException {
    stores.fillAlike(KEYS);
  }

  @Test
  void whatAgreesIsConsistent() throws IOException {
    assertThat(tried(RULES)).isEqualTo(ExitCode.CONSISTENT);
    assertThat(said.toString())
        .contains("subscriber: 200 keys drawn from crm (200), billing (200), profiles (200)")
        .containsPattern("equal status +200 consistent +0 disagree +0 unverified");
  }

  @Test
  void whatDisagreesIsCountedWithExamplesThatShowNoValues() throws IOException, SQLException {
    stores.billing(
        "UPDATE account SET state = 'suspended' WHERE subscriber_id = 3",
        "DELETE FROM account WHERE subscriber_id = 4");

    assertThat(tried(RULES, "--no-wait")).isEqualTo(ExitCode.INCONSISTENT);

    assertThat(said.toString())
        .contains("Not looked at again", "4: missing in billing, present in crm (billing absent")
        .containsPattern("3: status differs .*billing status=text\\(9\\)…ed")
        .doesNotContain("suspended");
  }

  @Test
  void aFileThatIsWrongIsRefusedWithItsLine() throws IOException {
    assertThat(tried(RULES.replace("equal: status", "equal: state"))).isEqualTo(ExitCode.WRONG_USE);
    assertThat(said.toString()).contains("changed.yaml:10:");
  }

  /** Beside the rules that a daemon runs lies another file, which nobody else reads. */
  private int tried(String rules, String... more) throws IOException {
    List<String> options = stores.configure(folder, "entity: [not, sound");
    Path changed = Files.writeString(folder.resolve("changed.yaml"), rules);
    List<String> arguments =
        Stream.of(Stream.of("try", changed.toString()), options.stream(), Stream.of(more))
            .flatMap(each -> each)
            .toList();
    PrintWriter out = new PrintWriter(said, true);
    return Main.commandLine().setOut(out).setErr(out).execute(arguments.toArray(String[]::new));
  }
}
