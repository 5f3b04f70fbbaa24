package io.reconciled.demo.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final String REPORT =
      """
      {"entities": [{"entity": "subscriber", "graceSeconds": 5.0, "rules": [
         {"rule": "present", "datasets": ["crm", "billing"],
          "convergedLate": {"count": 3, "medianSeconds": 1.5, "p95Seconds": 2.0, "maxSeconds": 2.5},
          "gaps": [{"reason": "unreachable", "store": "billing", "detail": "..."}]},
         {"rule": "equal status", "datasets": ["crm", "profiles"],
          "gaps": [{"reason": "%s", "store": "billing", "detail": "..."}]}]}],
       "stores": [{"store": "crm", "reachable": true}, {"store": "billing", "reachable": false}]}
      """;

  @Test
  void knowsWhichRulesMissAStoreThatTheyNeed() throws JsonProcessingException {
    Report report = report("behind");
    assertThat(report.missesEverywhere("billing")).isTrue();
    assertThat(report.missesEverywhere("crm")).isFalse();
    assertThat(report.missesAnywhere("billing")).isTrue();
    assertThat(report.missesAnywhere("profiles")).isFalse();
    assertThat(report.draggedAlong("billing")).isEmpty();
  }

  @Test
  void knowsWhatIsDraggedAlong() throws JsonProcessingException {
    assertThat(report("unreachable").draggedAlong("billing")).containsExactly("rule equal status");
    assertThat(report("behind").draggedAlong("crm")).containsExactly("store billing");
  }

  @Test
  void tellsGraceAndWhatConvergedLate() throws JsonProcessingException {
    Report report = report("behind");
    assertThat(report.grace()).isEqualTo(Duration.ofSeconds(5));
    assertThat(report.convergedLate())
        .containsExactly(
            "Converged late under \"present\": 3, median 1.5 s, 95 % within 2.0 s, maximum 2.5 s.",
            "Converged late under \"equal status\": none.");
  }

  private static Report report(String reason) throws JsonProcessingException {
    return new Report(new ObjectMapper().readTree(REPORT.formatted(reason)));
  }
}
