package io.reconciled.report.rest;

import static io.reconciled.report.rest.Answers.JSON;
import static io.reconciled.report.rest.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked wrongly, or cannot be answered, and what the answer says of it. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
class RefusedRequestsTest {
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
}
