package io.reconciled.report.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is told on the management port. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
@SuppressWarnings("NullAway.Init") // The test's container fills the fields.
class OnManagementTest {
  @TestHTTPResource(value = "/", management = true)
  URL management;

  @Inject ReportWiring.RegisteredMetrics registered;

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
}
