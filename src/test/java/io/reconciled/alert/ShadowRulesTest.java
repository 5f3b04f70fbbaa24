package io.reconciled.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.alert.chat.SlackSink;
import io.reconciled.alert.chat.Webhook;
import io.reconciled.app.StateDatabase;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqIncidents;
import io.reconciled.model.EntityKey;
import io.reconciled.model.KeyType;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.report.SubscriberExample;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.state.TestState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a confirmed finding on record to the chat, for a rule that is a shadow. */
class ShadowRulesTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private final SettableClock clock = new SettableClock("2026-01-31T12:00:00Z");
  private StateDatabase state;
  private WebhookServer chat;

  @BeforeEach
  void start() throws IOException {
    state = TestState.h2InMemory();
    chat = new WebhookServer();
  }

  @AfterEach
  void stop() {
    chat.close();
    state.close();
  }

  @Test
  void whatIsConfirmedUnderAShadowIsNotToldUntilTheRuleIsOneNoMore() {
    confirm();
    clock.pass(Duration.ofMinutes(1));

    tell(SubscriberExample.withShadow());
    assertThat(chat.bodies()).isEmpty();

    tell(SubscriberExample.entity());
    assertThat(chat.bodies()).singleElement().asString().contains("status differs in billing");
  }

  private void confirm() {
    Instant now = clock.instant();
    EntityKey key = new EntityKey(SubscriberExample.SUBSCRIBER, SharedKey.of(17));
    new JooqDiscrepancies(state.dataSource(), entity -> KeyType.INTEGER, Masking.MASK)
        .record(
            List.of(
                new LifeEvent.Confirmed(
                    key,
                    SubscriberExample.STATUS,
                    now,
                    now,
                    SubscriberExample.statusDiffersInBilling(),
                    new Readings(Map.of()))));
  }

  private void tell(Entity entity) {
    Configuration configuration = SubscriberExample.configuration(entity);
    Incidents incidents = new JooqIncidents(state.dataSource());
    new TellSink(
            new SlackSink("slack", new Webhook(Webhook.client(TIMEOUT), chat.address(), TIMEOUT)),
            incidents,
            new ComposeMessage(configuration, Optional.empty()),
            configuration.shadows(),
            AlertSettings.DEFAULT,
            clock)
        .round();
  }
}
