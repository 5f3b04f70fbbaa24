package io.reconciled.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.alert.chat.JsonSink;
import io.reconciled.alert.chat.Webhook;
import io.reconciled.discrepancy.Incidents.Told;
import io.reconciled.rules.Configuration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TellIncidentsTest {
  private final IncidentsInMemory incidents = new IncidentsInMemory();
  private final SettableClock clock = new SettableClock("2026-01-31T12:00:20Z");

  @Test
  void aSinkThatHangsHoldsUpNoOther() throws IOException {
    incidents.put(Example.open(1));
    try (WebhookServer hanging = new WebhookServer();
        WebhookServer answering = new WebhookServer();
        ExecutorService threads = Executors.newCachedThreadPool()) {
      hanging.hangs();
      TellIncidents tell =
          new TellIncidents(List.of(sink("hangs", hanging), sink("answers", answering)), threads);

      tell.round();
      await().until(() -> incidents.told(1, "answers") == Told.OPENED);
      incidents.put(Example.open(2));
      await()
          .until(() -> {
            tell.round();
            return incidents.told(2, "answers") == Told.OPENED;
          });

      assertThat(incidents.told(1, "hangs")).isEqualTo(Told.OPENING);
      assertThat(hanging.bodies()).as("still in its first round").hasSizeLessThanOrEqualTo(1);
      hanging.close();
    }
  }

  private TellSink sink(String name, WebhookServer server) {
    Duration timeout = Duration.ofSeconds(20);
    Webhook webhook = new Webhook(Webhook.client(timeout), server.address(), timeout);
    return new TellSink(
        new JsonSink(name, webhook),
        incidents,
        new ComposeMessage(new Configuration(List.of(), List.of()), Optional.empty()),
        Set.of(),
        AlertSettings.DEFAULT,
        clock);
  }
}
