package io.reconciled.report;

import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.InMemoryDueTable;
import io.reconciled.model.EntityName;
import java.time.Duration;
import java.util.List;

/** Due keys whose table lasts as long as a test. */
public final class DueInMemory {
  private DueInMemory() {}

  public static Due ofSubscriber() {
    return of(List.of(SubscriberExample.SUBSCRIBER));
  }

  static Due of(List<EntityName> entities) {
    DueSettings settings = DueSettings.withGrace(Duration.ofSeconds(5));
    return new Due(
        entities.stream()
            .map(entity -> new DueQueue(entity, settings, new InMemoryDueTable()))
            .toList());
  }
}
