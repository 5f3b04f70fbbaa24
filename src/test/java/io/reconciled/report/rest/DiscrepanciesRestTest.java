package io.reconciled.report.rest;

import static io.reconciled.report.rest.Answers.ok;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discrepancies, by pages, filters and one by one. */
@QuarkusTest
@TestProfile(WithReportWiring.class)
class DiscrepanciesRestTest {
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
  void otherKeysAreTold() {
    ok("discrepancies/1")
        .body("history[0].others[0].how", equalTo("hold"))
        .body("history[0].others[0].keys", contains("17", "<42>"))
        .body("history[0].others[0].words", equalTo("also held in billing by 17, <42> and 1 more"));
  }
}
