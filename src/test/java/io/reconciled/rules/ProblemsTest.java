package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to sound files, one problem: its line, and a word of what and of fix. */
class ProblemsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          store: crm             | stor: crm                      | 1 | 'stor'           | did you mean store
          user: reconciled       | passwordFile: x                | 4 | beside password  | one of the two
          store: crm             | store: 1crm                    | 1 | '1crm'           | another name
          kind: postgresql       | kind: postgres                 | 2 | 'postgres'       | did you mean postgresql
          kind: postgresql       | kind:                          | 2 | empty            | write a value
          kind: postgresql       | kind: [postgresql]             | 2 | single value     | one value
          kind: postgresql       | kind: mariadb                  | 3 | url              | mariadb://
          crm-db:5432/crm        | crm-db:5432                    | 3 | no database      | host:port/database
          crm-db:5432/crm        | crm-db:5432/crm/more           | 3 | no database      | host:port/database
          //crm-db:5432/crm      | crm                            | 3 | no host          | SCHEME
          crm-db:5432/crm        | crm db/crm                    | 3 | not a URL        | SCHEME
          crm-db:5432/crm        | me@crm-db/crm                  | 3 | a user           | user: and password:
          crm-db:5432/crm        | crm-db/crm?password=x          | 3 | a password       | passwordFile
          user: reconciled       | capture: true                  | 5 | no user          | add user
          password: ${CRM_PASSWORD} | password: ${CRM_PASWORD}    | 5 | 'CRM_PASWORD'    | set it
          password: ${CRM_PASSWORD} | password: ${EMPTY}          | 5 | 'EMPTY'          | set it
          password: ${CRM_PASSWORD} | password: ${CRM_PASSWORD    | 5 | without its }    | close it
          password: ${CRM_PASSWORD} | password: ${CRM PASSWORD}   | 5 | environment      | ${NAME}
          password: ${CRM_PASSWORD} | passwordFile: nowhere       | 5 | 'nowhere'        | password alone
          timeout: 2s            | timeout: 2                     | 6 | '2'              | 5s
          timeout: 2s            | timeout: 11m                   | 6 | '11m'            | 5s
          timeout: 2s            | logLimit: 10MB                 | 6 | from 64MB        | 8GB
          timeout: 2s            | logLimit: plenty               | 6 | 'plenty'         | 500MB
          timeout: 2s            | capture: maybe                 | 6 | true or false    | one of the two
          timeout: 2s            | user: again                    | 6 | twice            | crm.yaml:4:1
          timeout: 2s            | timeout: &a 2s                 | 6 | anchors          | quote
          timeout: 2s            | timeout: !!str 2s              | 6 | tags             | quote
          timeout: 2s            | ---                            | 6 | second document  | file of its own
          timeout: 2s            | timeout: a: b                  | 6 | sound YAML       | syntax
          timeout: 2s            | [timeout]: 2s                  | 6 | name is expected | name
          options: { sslmode: require, fetch: 100 } | options: x  | 7 | a mapping        | name: value
          timeout: 2s            | sweep: fast                    | 6 | a mapping        | name: value
          timeout: 2s            | sweep: { rowsPerSec: 1 }       | 6 | 'rowsPerSec'     | did you mean rowsPerSecond
          timeout: 2s            | sweep: { rowsPerSecond: 0 }    | 6 | '0'              | remove the line
          timeout: 2s            | sweep: { rowsPerSecond: 1e6 }  | 6 | a whole number   | write one
          timeout: 2s            | sweep: { connections: 17 }     | 6 | from 1 to 16     | write one
          timeout: 2s            | sweep: { readUrl: crm }        | 6 | no host          | SCHEME
          timeout: 2s            | sweep: { readUrl: mariadb://r/crm } | 6 | begin as one | postgresql://
          timeout: 2s            | sweep: { windows: ["22-06"] }  | 6 | '22-06'          | 22:00-06:00
          timeout: 2s            | sweep: { windows: ["25:00-06:00"] } | 6 | times of day | whole day
          timeout: 2s            | sweep: { windows: ["06:00-06:00"] } | 6 | two different | whole day
          timeout: 2s            | sweep: { zone: Berlin }        | 6 | 'Berlin'         | Europe/Berlin
          timeout: 2s            | sweep: { link: thin }          | 6 | 'thin'           | narrow
          timeout: 2s            | sweep: { pauseFile: [] }       | 6 | single value     | one value
          timeout: 2s            | sweep: { pauseAbove: { lag: 3s } } | 6 | 'lag'        | replicaLag
          timeout: 2s            | sweep: { pauseAbove: { replicaLag: 2d } } | 6 | '2d'  | 5s
          timeout: 2s            | sweep: { pauseAbove: { activeSessions: -1 } } | 6 | '-1' | remove the line
          """)
  void ofAConnector(String part, String with, int line, String what, String fix) {
    assertThat(ConfigurationFiles.CRM).contains(part);
    ConfigurationFiles files = new ConfigurationFiles(directory);
    files.write("connectors/crm.yaml", ConfigurationFiles.CRM.replace(part, with));
    assertProblem(files.problems(), "crm.yaml", line, what, fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          entity: subscriber    | entity: 'a b'                   | 1  | 'a b'              | another name
          entity: subscriber    | entity: subscriber\\nrule: x    | 2  | 'rule'             | did you mean rules
          key: { type: integer } | key: {}                        | 2  | lacks type         | integer, text, uuid
          key: { type: integer } | key: { type: int }             | 2  | 'int'              | integer
          key: { type: integer } | key: { type: [] }              | 2  | names no type      | integer, text, uuid
          key: { type: integer } | key: { type: [text, int] }     | 2  | 'int'              | integer
          key: { type: integer } | key: { type: [text, integer] } | 5  | 1 of the key's 2   | each part of [text, integer]
          key: id               | key: [tenant, id]               | 5  | 2 of the key's 1   | list the types
          grace: 5s             | grace: 0s                       | 3  | '0s'               | 5s
          grace: 5s             | grace: 61m                      | 3  | 60m                | 5s
          grace: 5s             | grace: PT                       | 3  | 'PT'               | 5s
          table: public.subscriber | table: public.               | 5  | 'public.'          | schema.table
          table: public.subscriber | table: a.b.c.d               | 5  | 'a.b.c.d'          | schema.table
          table: public.subscriber | table: 'a"b'                 | 5  | path of a table    | schema.table
          table: public.subscriber | collection: subscriber       | 5  | holds a table      | table: instead
          collection: profiles  | table: profiles                 | 6  | holds a collection | collection: instead
          table: public.subscriber | view: public.                | 5  | 'public.'          | schema.table
          table: public.subscriber | table: a, view: b            | 5  | several ways: table:, view: | keep one
          table: public.subscriber | shards: [{ store: crm, table: a, view: b }] | 5 | several ways: table:, view: | keep one
          collection: profiles  | store: profiles                 | 6  | lacks collection   | collection: name
          collection: profiles  | collection: x\\n    table: x    | 6  | both table         | keep
          collection: profiles  | collection: x\\n    store: crn  | 8  | 'crn'              | did you mean crm
          key: _id              | keys: _id                       | 6  | lacks key          | key: id
          key: _id              | key: ''                         | 8  | empty              | write a value
          status: state }       | status: state, status: x }      | 9  | twice              | 9:43
          status: state }       | status: state, key: x }         | 9  | called key         | another name
          status: state }       | status: state, a b: x }         | 9  | 'a b'              | another name
          values: { status      | values: { statu                 | 10 | 'statu'            | did you mean status
          1: SUSPENDED          | A: SUSPENDED                    | 10 | 'A' twice          | keep one
          1: SUSPENDED          | 1: [SUSPENDED]                  | 10 | single value       | one value
          1: SUSPENDED          | 1e999999999: SUSPENDED          | 10 | too large          | quote it
          present: [crm, profiles] | present: [crm, profile]      | 12 | 'profile'          | did you mean profiles
          present: [crm, profiles] | present: [crm]               | 12 | fewer than two     | at least two
          present: [crm, profiles] | present: []                  | 12 | fewer than two     | at least two
          present: [crm, profiles] | present: [crm, profiles, crm] | 12 | again            | once
          present: [crm, profiles] | present: crm                 | 12 | a list             | [a, b]
          present: [crm, profiles] | present: { in: [crm, profiles], ref: crm } | 12 | 'ref' | in, reference
          present: [crm, profiles] | present: { reference: crm }  | 12 | lacks in           | add in
          present: [crm, profiles] | presnt: [crm, profiles]      | 12 | kind of rule       | did you mean present
          present: [crm, profiles] | present                      | 12 | a mapping          | name: value
          equal: status         | equal: state                    | 13 | 'state'            | known here: msisdn, status
          equal: status         | equal: status\\n    over: [crm] | 14 | fewer than two     | at least two
          equal: status         | equal: status\\n    present: [crm, profiles] | 13 | several | '-'
          equal: status         | equal: status\\n    overr: 1    | 14 | 'overr'            | did you mean over
          authority: crm        | authority: billing              | 14 | 'billing'          | crm, profiles
          equal: [msisdn, status] | equal: []                     | 15 | no attribute       | at least one
          equal: [msisdn, status] | equal: [status, status]       | 15 | again              | once
          name: both            | name: equal status              | 15 | 'equal status'     | name:
          name: both            | name: ''                        | 16 | empty              | write a value
          "0 0 3 * * ?"         | "0 3 * * ?"                     | 17 | cron               | 0 0 3
          { sweep: "0 0 3 * * ?" } | {}                           | 17 | lacks sweep        | sweep:
          { sweep: "0 0 3 * * ?" } | { moved: "0 0 * * * ?" }     | 17 | lacks sweep        | sweep:
          "0 0 3 * * ?"         | "0 0 3 * * ?", moved: "0 * * *"  | 17 | cron               | 0 0 3
          "0 0 3 * * ?"         | "0 0 3 * * ?", moved: "0 0 99 * * ?" | 17 | no schedule    | 0 0 3
          "0 0 3 * * ?"         | "0 0 3 * * ?", move: "0 0 * * * ?" | 17 | 'move'           | did you mean moved
          """)
  void ofARulesFile(String part, String with, int line, String what, String fix) {
    assertThat(ConfigurationFiles.SUBSCRIBER).contains(part);
    ConfigurationFiles files = new ConfigurationFiles(directory);
    files.write(
        "rules/subscriber.yaml",
        ConfigurationFiles.SUBSCRIBER.replace(part, with.replace("\\n", "\n")));
    assertProblem(files.problems(), "subscriber.yaml", line, what, fix);
  }

  @Test
  void ofAnAttributeThatADatasetOfTheRuleDoesNotMap() {
    ConfigurationFiles files = new ConfigurationFiles(directory);
    files.write(
        "rules/subscriber.yaml",
        ConfigurationFiles.SUBSCRIBER
            .replace("msisdn: contact.msisdn, ", "")
            .replace("    authority: crm\n", "    over: [crm, profiles]\n  - equal: msisdn\n"));
    assertThat(files.problems())
        .extracting(Problem::what)
        .satisfiesExactly(
            what -> assertThat(what).contains("msisdn, which fewer than two datasets map"),
            what -> assertThat(what).contains("msisdn, which is not mapped in profiles"));
  }

  @Test
  void ofADatasetInAStoreThatNobodyNames() {
    ConfigurationFiles files = new ConfigurationFiles(directory);
    files.write(
        "rules/subscriber.yaml",
        ConfigurationFiles.SUBSCRIBER.replace("  profiles:", "  profile:"));
    assertThat(files.problems().getFirst().what()).contains("'profile'", "no connector");
    assertThat(files.problems().getFirst().fix()).contains("did you mean profiles?");
  }

  @Test
  void ofEmptyRules() {
    ConfigurationFiles files = new ConfigurationFiles(directory);
    String head =
        ConfigurationFiles.SUBSCRIBER.substring(0, ConfigurationFiles.SUBSCRIBER.indexOf("rules:"));
    files.write("rules/subscriber.yaml", head + "rules: []\n");
    assertProblem(files.problems(), "subscriber.yaml", 11, "rules is empty", "at least one");
    files.write("rules/subscriber.yaml", head);
    assertProblem(files.problems(), "subscriber.yaml", 1, "lacks rules", "at least one");
  }

  @Test
  void ofAFileThatIsNoYamlTextAtAll() {
    ConfigurationFiles files = new ConfigurationFiles(directory);
    assertFile(files, new byte[0], 1, "empty");
    assertFile(files, "# only a comment\n".getBytes(StandardCharsets.UTF_8), 1, "empty");
    assertFile(files, "just text".getBytes(StandardCharsets.UTF_8), 1, "must be a mapping");
    assertFile(files, "store: crm\nkind: \0".getBytes(StandardCharsets.UTF_8), 2, "character");
    assertFile(files, new byte[] {'a', '\n', (byte) 0xC3, '('}, 2, "not UTF-8");
    assertFile(files, "[".repeat(500_000).getBytes(StandardCharsets.UTF_8), 1, "deeper than 20");
    assertFile(files, "- ".repeat(500_000).getBytes(StandardCharsets.UTF_8), 1, "deeper than 20");
    assertFile(files, new byte[(1 << 20) + 1], 1, "larger than 1 MiB");
    assertFile(files, "%YAML 3.0\n---\na: b".getBytes(StandardCharsets.UTF_8), 1, "sound YAML");
  }

  private static void assertFile(ConfigurationFiles files, byte[] bytes, int line, String what) {
    files.write("connectors/crm.yaml", bytes);
    assertThat(files.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place().line()).isEqualTo(line);
          assertThat(problem.what()).contains(what);
        });
  }

  private static void assertProblem(
      List<Problem> problems, String file, int line, String what, String fix) {
    assertThat(problems)
        .as(DescribeProblems.of(problems))
        .anySatisfy(problem -> {
          assertThat(problem.place().file()).hasFileName(file);
          assertThat(problem.place().line()).isEqualTo(line);
          assertThat(problem.what()).contains(what);
          assertThat(problem.fix()).contains(fix);
        });
  }
}
