package io.reconciled.report;

import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.InMemoryDueTable;
import java.time.Duration;
import java.util.List;

/** Due keys of one entity whose table lasts as long as a test. */
public final class DueInMemory {
  private DueInMemory() {}

  public static Due ofSubscriber() {
    DueSettings settings = DueSettings.withGrace(Duration.ofSeconds(5));
    return new Due(
        List.of(new DueQueue(SubscriberExample.SUBSCRIBER, settings, new InMemoryDueTable())));
  }
}
