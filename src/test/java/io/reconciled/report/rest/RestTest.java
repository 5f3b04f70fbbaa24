package io.reconciled.report.rest;

import static io.reconciled.report.SubscriberExample.PRESENT;
import static io.reconciled.report.SubscriberExample.STATUS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.reconciled.alert.Example;
import io.reconciled.discrepancy.Status;
import io.reconciled.report.SubscriberExample;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(WithReportWiring.class)
@SuppressWarnings("NullAway.Init") // The test's container fills the fields.
class RestTest {
  private static final String JSON = "application/json";

  @TestHTTPResource(value = "/", management = true)
  URL management;

  @Inject ReportWiring.RegisteredMetrics registered;

  @BeforeAll
  static void fill() {
    ReportWiring.SWEEPS.update(SubscriberExample.completeSweep(1));
    ReportWiring.INCIDENTS.put(Example.open(4));
    for (long id = 1; id <= 5; id++) {
      put(id, Status.CONFIRMED);
    }
    put(6, Status.SUSPECTED);
    put(7, Status.CONVERGED);
    ReportWiring.RECORD.put(
        SubscriberExample.discrepancy(
            8, PRESENT, "{8} & <i>", Status.CONFIRMED, SubscriberExample.missingInProfiles()));
  }

  private static void put(long id, Status status) {
    ReportWiring.RECORD.put(
        SubscriberExample.discrepancy(
            id, STATUS, Long.toString(id), status, SubscriberExample.statusDiffersInBilling()));
  }

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
  void storesSayWhetherTheyAnswer() {
    ok("stores")
        .body("store", contains("crm", "billing", "profiles"))
        .body("reachable", contains(true, true, false))
        .body("[0].capture.mode", equalTo("following"))
        .body("[2].failure.reason", equalTo("unreachable"));
  }

  @Test
  void aStoresSweepsArePausedByHandAndWhoDidItIsOnRecord() {
    pause("crm", "{\"paused\": true, \"who\": \"anna\", \"why\": \"backup <night>\"}")
        .statusCode(200)
        .body("paused", equalTo(true))
        .body("at", containsString("2026-01-31T12:0"));
    ok("stores")
        .body("[0].sweeping.closed.why", equalTo("paused by anna"))
        .body("[0].sweeping.rowsPerSecond", equalTo(250))
        .body("[1].sweeping.closed", nullValue());
    ReportWiring.CLOCK.pass(Duration.ofSeconds(2));
    given().get("/").then().body(containsString("; sweeps wait for 2 s: paused by anna"));

    pause("crm", "{\"paused\": false, \"who\": \"ben\", \"why\": \"done\"}").statusCode(200);
    ok("stores").body("[0].sweeping.closed", nullValue());
    ok("stores/crm/pause").body("who", contains("ben", "anna"));
    ReportWiring.CLOCK.pass(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                             | paused
          {"paused": true}                               | who
          {"paused": true, "who": " "}                   | who
          {"paused": true, "who": "anna"}                | why
          {"who": "anna", "why": "backup"}               | paused
          """)
  void aPauseSaysWhoAndWhy(String body, String parameter) {
    problem(pause("crm", body), 400).body("parameter", equalTo(parameter));
  }

  @Test
  void aStoreThatNobodyKnowsIsNotPaused() {
    problem(pause("crn", "{\"paused\": true, \"who\": \"a\", \"why\": \"b\"}"), 404);
    problem(given().get("/api/v1/stores/crn/pause").then(), 404);
  }

  private static ValidatableResponse pause(String store, String body) {
    return given().contentType(JSON).body(body).put("/api/v1/stores/" + store + "/pause").then();
  }

  @Test
  void rulesAreListedAsConfigured() {
    ok("rules")
        .body("rule", contains("present", "equal-status"))
        .body("[1].attributes", contains("status"))
        .body("[1].against", equalTo("crm"));
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
  void refusedFilesAreAProblemTheReportAndThePageSaySoAndAcceptedOnesAreWhatChanged() {
    problem(given().post("/api/v1/rules/reload").then(), 422)
        .body("problems[0].file", equalTo("<subscriber>.yaml"))
        .body("problems[0].line", equalTo(3))
        .body("problems[0].fix", equalTo("write crm"));
    ok("report").body("rules.refused.problems[0].what", equalTo("there is no dataset crn"));
    ReportWiring.CLOCK.pass(Duration.ofSeconds(2));
    given()
        .get("/")
        .then()
        .body(containsString("are in force; the files were refused at 2026-01-31T12:00:00Z:"))
        .body(containsString("&lt;subscriber&gt;.yaml:3:7: there is no dataset crn (write crm)"));

    given()
        .post("/api/v1/rules/reload")
        .then()
        .statusCode(200)
        .body("changes.rules.changed", contains("subscriber/equal-status"))
        .body("changes.rules.added", hasSize(0));
    ok("report").body("rules.refused", nullValue());
    ReportWiring.CLOCK.pass(Duration.ofSeconds(2));
  }

  @Test
  void otherKeysAreTold() {
    ok("discrepancies/1")
        .body("history[0].others[0].how", equalTo("hold"))
        .body("history[0].others[0].keys", contains("17", "<42>"))
        .body("history[0].others[0].words", equalTo("also held in billing by 17, <42> and 1 more"));
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrOverlap() {
    List<Integer> ids = new ArrayList<>();
    Optional<String> at = Optional.of("/api/v1/discrepancies?limit=3&entity=subscriber");
    while (at.isPresent()) {
      JsonPath page = given().get(at.get()).then().statusCode(200).extract().jsonPath();
      ids.addAll(page.getList("discrepancies.id", Integer.class));
      at = Optional.ofNullable(page.getString("next"));
    }
    assertThat(ids).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @ParameterizedTest
  @CsvSource({
    "status=suspected, 1", "status=CONFIRMED, 6", "rule=present, 1", "kind=missing, 1",
    "dataset=profiles, 1", "dataset=crm, 8", "key=3, 1", "since=2026-01-31T11:56:47Z, 2",
    "entity=subscriber&status=confirmed&kind=differs, 5", "rule=nothing, 0"
  })
  void filtersMustAllHold(String query, int found) {
    ok("discrepancies?" + query).body("discrepancies", hasSize(found)).body("next", nullValue());
  }

  @Test
  void aDiscrepancyComesWithItsHistory() {
    ok("discrepancies/1")
        .body("finding.words", equalTo("status differs in billing from crm"))
        .body("finding.kind", equalTo("differs"))
        .body("history[0].images.crm.attributes.status", equalTo("ACTIVE"));
    ok("discrepancies?limit=1").body("discrepancies[0].history", nullValue());
  }

  @Test
  void aKeyIsShownAsAllItsStoresHoldItNow() {
    ok("keys/subscriber/17")
        .body("images.dataset", contains("crm", "billing", "profiles"))
        .body("images[1].attributes.status", equalTo("SUSPENDED"))
        .body("images[2].state", equalTo("unread"))
        .body("rules[0].verdict", equalTo("unverified"))
        .body("rules[0].reason", equalTo("unreachable"))
        .body("rules[1].verdict", equalTo("inconsistent"))
        .body("rules[1].finding.in", contains("billing"));
  }

  @Test
  void aRecheckPutsTheKeyInLine() {
    int before = ReportWiring.DUE.of(SubscriberExample.SUBSCRIBER).waiting();
    given()
        .post("/api/v1/keys/subscriber/4711/recheck")
        .then()
        .statusCode(202)
        .body("key", equalTo("4711"));
    assertThat(ReportWiring.DUE.of(SubscriberExample.SUBSCRIBER).waiting()).isEqualTo(before + 1);
  }

  @Test
  void incidentsSayHowManyKeysTheyAreAbout() {
    ok("incidents").body("[0].id", equalTo(4)).body("[0].discrepancies", equalTo(3));
  }

  @Test
  void aSweepIsStartedFollowedAndCancelled() {
    String at =
        given()
            .contentType(JSON)
            .body("{\"entity\": \"subscriber\"}")
            .post("/api/v1/sweeps")
            .then()
            .statusCode(202)
            .body("state", equalTo("running"))
            .extract()
            .header("Location");
    given()
        .get(at)
        .then()
        .statusCode(200)
        .body("asked", equalTo("rest"))
        .body("progress.percent", equalTo(25))
        .body("progress.rowsPerSecond", equalTo(25_000.0f))
        .body("progress.remainingSeconds", equalTo(30.0f))
        .body("progress.stores.store", contains("crm"));
    ReportWiring.CLOCK.pass(Duration.ofSeconds(2));
    given()
        .get("/")
        .then()
        .body(containsString("<progress max=\"100\" value=\"25\">"))
        .body(containsString("25 %, 25,000 rows/s, about 30 s left"));
    ok("sweeps").body("state", hasItems("running", "complete"));
    given().delete(at).then().statusCode(202);
    problem(given().delete("/api/v1/sweeps/1").then(), 409);
  }

  @Test
  void whatIsUnknownIsNotFoundAndSaysWhatThereIs() {
    problem(given().get("/api/v1/keys/order/1").then(), 404)
        .body("parameter", equalTo("entity"))
        .body("allowed", contains("subscriber"));
    problem(given().get("/api/v1/discrepancies/999").then(), 404);
    problem(given().get("/api/v1/sweeps/999").then(), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "keys/subscriber/abc, key",
    "discrepancies/abc, id",
    "discrepancies?entity=order, entity",
    "discrepancies?status=odd, status",
    "discrepancies?kind=odd, kind",
    "discrepancies?since=yesterday, since",
    "discrepancies?limit=0, limit",
    "discrepancies?limit=many, limit",
    "discrepancies?after=-1, after",
    "sweeps?limit=-1, limit",
    "incidents?limit=1001, limit",
    "sweeps/0, id"
  })
  void aBadParameterIsRefusedByName(String path, String parameter) {
    problem(given().get("/api/v1/" + path).then(), 400).body("parameter", equalTo(parameter));
  }

  @Test
  void aBadStatusSaysWhatIsAllowed() {
    problem(given().get("/api/v1/discrepancies?status=odd").then(), 400)
        .body(
            "allowed", contains("suspected", "confirmed", "resolved", "converged", "rule_removed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"entity\": | 400",
        "[1] | 400",
        "{\"entity\": \"order\"} | 400",
        "{} | 400",
        "{\"entity\": \"subscriber\", \"fast\": true} | 400"
      })
  void aBadBodyIsRefused(String body, int status) {
    problem(given().contentType(JSON).body(body).post("/api/v1/sweeps").then(), status)
        .body("detail", not(containsString("Exception")));
  }

  @Test
  void anEmptyBodyAndAnotherMediaTypeAreRefused() {
    problem(given().contentType(JSON).post("/api/v1/sweeps").then(), 400)
        .body("parameter", equalTo("entity"));
    problem(given().contentType("text/plain").body("x").post("/api/v1/sweeps").then(), 415);
  }

  @Test
  void aStateDatabaseThatFailsIsServiceUnavailableWithoutAStackTrace() {
    ReportWiring.RECORD.failing(true);
    try {
      ValidatableResponse refused = problem(given().get("/api/v1/report").then(), 503);
      assertThat(refused.extract().asString()).doesNotContain("StateGone", "\tat ");
    } finally {
      ReportWiring.RECORD.failing(false);
    }
  }

  @Test
  void theDocumentOfTheInterfaceNamesEveryPath() {
    JsonPath document =
        given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
    assertThat(document.getMap("paths").keySet())
        .isEqualTo(
            java.util.Set.of(
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

  @Test
  void theFirstPageShowsTheReportWithEveryTextEscaped() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("6 discrepancies are confirmed."))
        .body(containsString("status differs in billing from crm"))
        .body(containsString("subscriber {8} &amp; &lt;i&gt;"))
        .body(containsString("critical, owner billing &lt;team&gt;, money"))
        .body(containsString("suspended subscribers are billed &amp; angry"))
        .body(containsString("<a href=\"https://wiki.example.com/status\""))
        .body(not(containsString("<i>")));
    given().get("/reconciled.css").then().statusCode(200);
    given().get("/reconciled.js").then().statusCode(200);
  }

  @Test
  void thePageOfADiscrepancyShowsItsImagesSideBySide() {
    given()
        .get("/discrepancies/1")
        .then()
        .statusCode(200)
        .body(containsString("&lt;b&gt;SUSPENDED&lt;/b&gt;"))
        .body(containsString("<th>billing</th><th>crm</th>"))
        .body(containsString("also held in billing by 17, &lt;42&gt; and 1 more"))
        .body(containsString("suspended subscribers are billed &amp; angry"));
    given().get("/discrepancies/999").then().statusCode(404).contentType("text/html");
  }

  @Test
  void metricsSpeakOfRulesAndStores() {
    ReportWiring.CLOCK.pass(Duration.ofSeconds(2));
    String text = onManagement().get("/q/metrics").then().statusCode(200).extract().asString();
    assertThat(registered).isNotNull();
    assertThat(text)
        .contains(
            "reconciled_discrepancies{entity=\"subscriber\",rule=\"equal-status\","
                + "status=\"confirmed\"} 5.0")
        .contains("reconciled_store_up{store=\"profiles\"} 0.0")
        .contains("reconciled_store_up{store=\"crm\"} 1.0")
        .contains("reconciled_capture_held_keys{store=\"crm\"} 37.0")
        .contains("reconciled_due_keys{entity=\"subscriber\"}")
        .contains("reconciled_verdict 1.0");
  }

  @Test
  void isReadyWhileTheStateDatabaseAnswers() {
    onManagement()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'state database' }.status", equalTo("UP"));
  }

  private RequestSpecification onManagement() {
    return given().port(management.getPort());
  }

  private static ValidatableResponse ok(String path) {
    return given().get("/api/v1/" + path).then().statusCode(200).contentType(JSON);
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType(endsWith("problem+json"))
        .body("status", equalTo(status))
        .body("type", equalTo("about:blank"))
        .body("detail", not(nullValue()));
  }
}
