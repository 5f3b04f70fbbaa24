package io.reconciled.report.rest;

import static io.reconciled.report.rest.Answers.JSON;
import static io.reconciled.report.rest.Answers.ok;
import static io.reconciled.report.rest.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stores, and the pauses of sweeps in them. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
class StoresRestTest {
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
}
