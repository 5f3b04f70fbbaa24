package io.reconciled.report.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** The pages that people look at. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
class PagesTest {
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
}
