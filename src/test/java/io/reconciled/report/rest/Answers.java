package io.reconciled.report.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;

/** What REST answers, checked for what all answers have in common. */
final class Answers {
  static final String JSON = "application/json";

  private Answers() {}

  /** The answer to a question under the interface's root. */
  static ValidatableResponse ok(String path) {
    return given().get("/api/v1/" + path).then().statusCode(200).contentType(JSON);
  }

  /** The same response, which is a problem as RFC 9457 has it. */
  static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType(endsWith("problem+json"))
        .body("status", equalTo(status))
        .body("type", equalTo("about:blank"))
        .body("detail", not(nullValue()));
  }
}
