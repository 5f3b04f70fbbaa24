package io.reconciled.report.rest;

import static io.reconciled.report.rest.Answers.ok;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The report, and what it rests on. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
class ReportRestTest {
  @Test
  void theReportSaysWhatIsBrokenAndWhatIsUnverified() {
    ok("report")
        .body("verdict", equalTo("inconsistent"))
        .body("generatedAt", containsString("2026-01-31T12:0"))
        .body("entities[0].lastSweep.state", equalTo("complete"))
        .body("entities[0].lastSweep.seconds", equalTo(3.0f))
        .body("entities[0].propagation.count", equalTo(1204))
        .body("entities[0].rules.find { it.rule == 'equal-status' }.confirmed", equalTo(5))
        .body("entities[0].rules.find { it.rule == 'equal-status' }.status", equalTo("broken"))
        .body(
            "entities[0].rules.find { it.rule == 'present' }.gaps.reason", contains("unreachable"));
  }

  @Test
  void theReportSaysWhatARuleSaysOfItself() {
    String rule = "entities[0].rules.find { it.rule == 'equal-status' }.";
    ok("report")
        .body(rule + "shadow", equalTo(false))
        .body(rule + "about.severity", equalTo("critical"))
        .body(rule + "about.owner", equalTo("billing <team>"))
        .body(rule + "about.labels", contains("money"))
        .body(rule + "about.runbook", equalTo("https://wiki.example.com/status"));
  }

  @Test
  void coverageIsByDataset() {
    ok("coverage")
        .body("entities[0].sweepSchedule", equalTo("0 0 3 * * ?"))
        .body("entities[0].segments.count", equalTo(2))
        .body("entities[0].segments.moved", equalTo(1))
        .body("entities[0].segments.neverRead", equalTo(1))
        .body("entities[0].segments.oldestSeconds", nullValue())
        .body("entities[0].segments.oldest[0].from", equalTo("5000"))
        .body("entities[0].segments.oldest[0].ageSeconds", nullValue())
        .body("entities[0].segments.oldest[1].ageSeconds", greaterThanOrEqualTo(3600f))
        .body("entities[0].datasets.dataset", contains("crm", "billing", "profiles"))
        .body("entities[0].datasets[0].followed", equalTo(true))
        .body("entities[0].gaps.reason", contains("unreachable"));
  }

  @Test
  void incidentsSayHowManyKeysTheyAreAbout() {
    ok("incidents").body("[0].id", equalTo(4)).body("[0].discrepancies", equalTo(3));
  }

  @Test
  void theDocumentOfTheInterfaceNamesEveryPath() {
    JsonPath document =
        given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
    assertThat(document.getMap("paths").keySet())
        .isEqualTo(
            Set.of(
                "/api/v1/report",
                "/api/v1/coverage",
                "/api/v1/stores",
                "/api/v1/stores/{store}/pause",
                "/api/v1/rules",
                "/api/v1/rules/reload",
                "/api/v1/incidents",
                "/api/v1/discrepancies",
                "/api/v1/discrepancies/{id}",
                "/api/v1/keys/{entity}/{key}",
                "/api/v1/keys/{entity}/{key}/recheck",
                "/api/v1/sweeps",
                "/api/v1/sweeps/{id}"));
  }
}
