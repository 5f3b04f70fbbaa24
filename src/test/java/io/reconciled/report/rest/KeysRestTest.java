package io.reconciled.report.rest;

import static io.reconciled.report.rest.Answers.ok;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.reconciled.report.SubscriberExample;
import org.junit.jupiter.api.Test;

/** One key, looked at now and put in line. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
class KeysRestTest {
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
}
