package io.reconciled.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartupTest {
  @TestHTTPResource(value = "/health/ready", management = true)
  URL readiness;

  @Test
  void isReadyOnTheManagementPort() {
    given().get(readiness).then().statusCode(200).body("status", equalTo("UP"));
  }
}
