package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainImagesTest {
  private static final DatasetName BILLING = new DatasetName("billing");
  private static final DatasetName CRM = new DatasetName("crm");

  private static Image status(String status) {
    return new Image.Present(Map.of("status", Value.text(status)));
  }

  private static Readings readings(Reading billing, Reading crm) {
    return new Readings(Map.of(BILLING, billing, CRM, crm));
  }

  @Test
  void valueThatItsMappingReadsOtherwiseIsShownAsBoth() {
    assertThat(
            new ExplainImages(
                    readings(status("A"), status("ACTIVE ")),
                    readings(status("ACTIVE"), status("ACTIVE ")))
                .lines())
        .containsExactly(
            "        billing         crm",
            "        present         present",
            "status  'A' → 'ACTIVE'  'ACTIVE '");
  }

  @Test
  void rowThatCountsAsGoneIsSaidToBe() {
    assertThat(
            new ExplainImages(
                    readings(status("A"), Image.ABSENT), readings(Image.ABSENT, Image.ABSENT))
                .lines())
        .contains("        present → gone  absent");
  }

  @Test
  void whyAStoreWasNotReadStandsBelow() {
    Unread down = new Unread(UnverifiedReason.UNREACHABLE, "store billing: no answer");
    Readings seen = readings(down, Image.ABSENT);
    assertThat(new ExplainImages(seen, seen).lines())
        .containsExactly(
            "  billing   crm", "  not read  absent", "billing: store billing: no answer");
  }
}
