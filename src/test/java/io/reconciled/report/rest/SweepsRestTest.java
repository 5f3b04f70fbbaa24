package io.reconciled.report.rest;

import static io.reconciled.report.rest.Answers.JSON;
import static io.reconciled.report.rest.Answers.ok;
import static io.reconciled.report.rest.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A sweep from its start to its end by hand. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
class SweepsRestTest {
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
}
