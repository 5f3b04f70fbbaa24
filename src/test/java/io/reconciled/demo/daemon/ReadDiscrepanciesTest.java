package io.reconciled.demo.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reconciled.demo.score.Reported;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadDiscrepanciesTest {

  @Test
  void readsWhatTheScoreNeeds() throws JsonProcessingException {
    String answer =
        """
        {"discrepancies": [{
           "id": 3, "entity": "subscriber", "rule": "equal status", "key": "42",
           "status": "confirmed",
           "finding": {"kind": "differs", "attributes": ["status"], "in": ["billing"],
                       "against": "crm", "words": "status differs in billing from crm"},
           "since": "2030-01-01T00:00:00Z", "confirmed": "2030-01-01T00:00:06.5Z"}]}
        """;
    assertThat(ReadDiscrepancies.in(new ObjectMapper().readTree(answer)))
        .containsExactly(
            new Reported(
                3,
                "CONFIRMED",
                "equal status",
                "42",
                "DIFFERS",
                Set.of("billing"),
                "status differs in billing from crm",
                Optional.of(Instant.parse("2030-01-01T00:00:06.500Z"))));
  }
}
