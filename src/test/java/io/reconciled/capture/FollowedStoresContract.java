package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.capture.FollowedStores.Known;
import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of stores, wherever it is kept. */
abstract class FollowedStoresContract {
  private static final StoreName CRM = new StoreName("crm");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00.123456Z");

  /** The same ones at every call within a test. */
  abstract FollowedStores stores();

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(stores().of(CRM)).isEmpty();
  }

  @Test
  void whatWasKeptLastIsKnown() {
    stores().keep(CRM, new Known(Map.of(List.of("public", "a.b"), "17"), T0));
    Known now = new Known(Map.of(List.of("public", "a.b"), "18", List.of("Ünïcode"), "\"\\"), T0);
    stores().keep(CRM, now);

    assertThat(stores().of(CRM)).contains(now);
    assertThat(stores().of(new StoreName("billing"))).isEmpty();
  }

  @Test
  void aStoreWhoseLogTellsOfItsTablesIsKnownAsWell() {
    Known none = new Known(Map.of(), T0);
    stores().keep(CRM, none);

    assertThat(stores().of(CRM)).contains(none);
  }
}
