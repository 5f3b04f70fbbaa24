package io.reconciled.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class SuggestRulesTest {
  private static final List<String> STATES = List.of("ACTIVE", "SUSPENDED", "TERMINATED");
  private static final LongFunction<Map<String, Value>> SUBSCRIBER =
      id -> Map.of("msisdn", Value.text("+49151" + id * 7_919), "status", Value.text(status(id)));

  @Test
  void largeTablesWhoseSamplesDoNotMeetAreComparedByKey() {
    Suggestion found =
        new SampleTables()
            .with("crm", "subscriber", "id", 1, SUBSCRIBER)
            .with("profiles", "profile", "_id", 300, SUBSCRIBER)
            .suggest();

    assertThat(found.drafts())
        .singleElement()
        .satisfies(draft ->
            assertThat(SampleTables.lines(draft))
                .contains(
                    "msisdn: msisdn # equal in 100 % of 200 rows",
                    "# 100 of 100 sampled keys are in crm, 100 of 100 of those of crm are here",
                    "- present: [crm, profiles]",
                    "- equal: msisdn",
                    "- equal: status"));
  }

  @Test
  void numbersThatCountFromOneAreNoEvidence() {
    Random random = new Random(1);
    LongFunction<Map<String, Value>> anything =
        id ->
            Map.of(
                "amount", Value.number(random.nextInt(1_000)),
                "open", new Value.Bool(random.nextInt(100) > 0),
                "line", Value.number(id + 3));

    assertThat(
            new SampleTables()
                .with("shop", "item", "id", 1, anything)
                .with("billing", "payment", "id", 1, anything)
                .suggest()
                .drafts())
        .isEmpty();
  }

  @Test
  void codesAreReadAsTheWordsThatMostRowsSay() {
    SampleTables tables =
        new SampleTables()
            .with("crm", "subscriber", "id", 1, SUBSCRIBER)
            .with(
                "billing",
                "account",
                "subscriber_id",
                1,
                id ->
                    Map.of(
                        "state",
                        // One that was lost on the way.
                        Value.text(id == 4 ? "A" : status(id).substring(0, 1))));

    assertThat(tables.suggest().drafts())
        .singleElement()
        .satisfies(draft -> {
          assertThat(draft.entity()).isEqualTo("subscriber");
          assertThat(SampleTables.lines(draft))
              .contains(
                  "status: state # equal in 99 % of 100 rows, read by the values below",
                  "table: account", "S: SUSPENDED # in 100 % of 33 rows")
              .anyMatch(line -> line.startsWith("A: ACTIVE # in 9"));
        });
  }

  @Test
  void valuesThatAreEqualOnceNormalisedAreNormalisedByTheRule() {
    SampleTables tables =
        new SampleTables()
            .with("crm", "subscriber", "id", 1, SUBSCRIBER)
            .with(
                "billing",
                "account",
                "subscriber_id",
                1,
                id ->
                    Map.of(
                        "phone", Value.text("49151/" + id * 7_919),
                        "state", Value.text(" " + status(id).toLowerCase(java.util.Locale.ROOT))));

    assertThat(tables.suggest().drafts())
        .singleElement()
        .satisfies(draft ->
            assertThat(DraftAsYaml.of(draft))
                .contains(
                    "- equal: msisdn\n    normalise: [digits]\n",
                    "- equal: status\n    normalise: [trim, case-fold]\n"));
  }

  @Test
  void namesOfDatabasesAreWrittenSoThatTheyMeanThemselves() {
    SampleTables tables =
        new SampleTables()
            .with("crm", "my \"odd\".table", "id", 1, id -> Map.of("yes", phone(id)))
            .with("billing", "${HOME}", "id", 1, id -> Map.of("a: #b", phone(id)));

    assertThat(tables.suggest().drafts())
        .singleElement()
        .satisfies(draft ->
            assertThat(DraftAsYaml.of(draft))
                .contains(
                    "table: \"\\\"my \\\"\\\"odd\\\"\\\".table\\\"\"\n",
                    "table: \"$${HOME}\"\n",
                    "\"yes\": \"a: #b\""));
  }

  private static String status(long id) {
    return STATES.get((int) (id * 31 % 3));
  }

  private static Value phone(long id) {
    return Value.text("+49151" + id * 7_919);
  }
}
