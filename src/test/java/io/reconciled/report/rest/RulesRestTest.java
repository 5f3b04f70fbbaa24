package io.reconciled.report.rest;

import static io.reconciled.report.rest.Answers.ok;
import static io.reconciled.report.rest.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rules, listed and read again. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
class RulesRestTest {
  @Test
  void rulesAreListedAsConfigured() {
    ok("rules")
        .body("rule", contains("present", "equal-status"))
        .body("[1].attributes", contains("status"))
        .body("[1].against", equalTo("crm"));
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
}
