package io.reconciled.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.alert.chat.JsonSink;
import io.reconciled.alert.chat.SlackSink;
import io.reconciled.alert.chat.Webhook;
import io.reconciled.discrepancy.Incidents.Told;
import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.RuleName;
import io.reconciled.report.SubscriberExample;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellSinkTest {
  private static final Duration TIMEOUT = Duration.ofMillis(400);
  private final IncidentsInMemory incidents = new IncidentsInMemory();
  private final SettableClock clock = new SettableClock("2026-01-31T12:00:00Z");
  private Set<EntityRule> silent = Set.of();
  private WebhookServer server;
  private TellSink slack;

  @BeforeEach
  void start() throws IOException {
    server = new WebhookServer();
    slack = restarted();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void waitsUntilNobodyJoinsTheIncidentAnyMore() {
    incidents.put(Example.open(1));
    clock.pass(Duration.ofMillis(3_900));
    slack.round();
    assertThat(server.bodies()).isEmpty();

    clock.pass(Duration.ofMillis(100));
    slack.round();
    assertThat(server.bodies()).hasSize(1);
  }

  @Test
  void whatWasConfirmedUnderAClockThatWasSetBackIsToldAtOnce() {
    incidents.put(Example.open(1));
    clock.pass(Duration.ofHours(-1));
    slack.round();
    assertThat(server.bodies()).hasSize(1);
  }

  @Test
  void tellsOfTheOpeningOnceAndOfTheEndOnce() {
    incidents.put(Example.open(1));
    clock.pass(Duration.ofSeconds(10));
    slack.round();
    slack.round();
    assertThat(server.bodies()).hasSize(1);

    incidents.put(Example.over(1));
    slack.round();
    slack.round();
    assertThat(server.bodies()).hasSize(2);
    assertThat(server.bodies().getLast()).contains("Over: subscriber");
    assertThat(incidents.told(1, "slack")).isEqualTo(Told.CLOSED);
  }

  @Test
  void anIncidentThatWasOverBeforeItWasToldIsOneMessage() {
    incidents.put(Example.over(1));
    slack.round();
    slack.round();
    assertThat(server.bodies()).singleElement().asString().contains("Over: subscriber");
  }

  @Test
  void theMessageNamesTheRuleTheFindingAndTheKeysAndEscapesThem() {
    incidents.put(Example.open(1));
    clock.pass(Duration.ofSeconds(10));
    slack.round();
    assertThat(server.bodies().getFirst())
        .contains("subscriber: status differs in billing from crm, 3 keys")
        .contains("`17`, `&lt;42&gt;`, `99`")
        .contains("`equal-status`")
        .contains("<https://reconciled.example|report>")
        .contains("\"type\":\"mrkdwn\"");
  }

  @Test
  void theGenericWebhookCarriesEveryField() {
    TellSink generic = sink(new JsonSink("json", webhook()));
    incidents.put(Example.open(7));
    clock.pass(Duration.ofSeconds(10));
    generic.round();
    assertThat(server.bodies().getFirst())
        .contains("\"event\":\"incident_opened\"")
        .contains("\"incident\":7")
        .contains("\"keys\":3")
        .contains("\"examples\":[\"17\",\"<42>\",\"99\"]")
        .contains("\"began\":\"2026-01-31T12:00:00Z\"")
        .contains("\"repetition\":false");
  }

  @Test
  void theMessageSaysWhatItsRuleSaysOfItself() {
    incidents.put(Example.open(1));
    clock.pass(Duration.ofSeconds(10));
    slack.round();
    sink(new JsonSink("json", webhook())).round();
    assertThat(server.bodies().getFirst())
        .contains(":rotating_light:")
        .contains("suspended subscribers are billed &amp; angry")
        .contains("critical, owner billing &lt;team&gt;, `money`")
        .contains("<https://wiki.example.com/status|runbook>");
    assertThat(server.bodies().getLast())
        .contains("\"severity\":\"critical\"")
        .contains("\"owner\":\"billing <team>\"")
        .contains("\"labels\":[\"money\"]")
        .contains("\"why\":\"suspended subscribers are billed & angry\"")
        .contains("\"runbook\":\"https://wiki.example.com/status\"");
  }

  @Test
  void anIncidentWhoseRuleWasRemovedIsNotCalledMended() {
    TellSink json = sink(new JsonSink("json", webhook()));
    incidents.put(Example.open(1));
    clock.pass(Duration.ofSeconds(10));
    slack.round();
    json.round();
    incidents.put(Example.ruleRemoved(1));
    slack.round();
    json.round();
    assertThat(server.bodies()).hasSize(4);
    assertThat(server.bodies().get(2))
        .contains("Rule removed: subscriber")
        .doesNotContain("Over:", "white_check_mark");
    assertThat(server.bodies().getLast()).contains("\"event\":\"rule_removed\"");
  }

  @Test
  void whoWasNotToldOfAnIncidentIsNotToldThatItsRuleWasRemoved() {
    incidents.put(Example.ruleRemoved(1));
    slack.round();
    assertThat(server.bodies()).isEmpty();
  }

  @Test
  void whatEndedUnderASilentRuleStaysUnsaidWhenTheRuleSpeaksAgain() {
    silent = Set.of(new EntityRule(new EntityName("subscriber"), new RuleName("equal-status")));
    incidents.put(Example.over(1));
    restarted().round();
    silent = Set.of();
    restarted().round();
    assertThat(server.bodies()).isEmpty();
  }

  @Test
  void aSinkThatFailsIsTriedAgainLaterAndNotCalledARepetition() {
    server.answers(500);
    incidents.put(Example.open(1));
    clock.pass(Duration.ofSeconds(10));
    slack.round();
    assertThat(incidents.told(1, "slack")).isEqualTo(Told.NOTHING);

    server.answers(200);
    slack.round();
    assertThat(server.bodies()).as("left alone for a second").hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    slack.round();
    assertThat(server.bodies()).hasSize(2);
    assertThat(server.bodies().getLast()).doesNotContain("may be a repetition");
    assertThat(incidents.told(1, "slack")).isEqualTo(Told.OPENED);
  }

  @Test
  void pausesGrowWhileASinkKeepsFailing() {
    server.answers(503);
    incidents.put(Example.open(1));
    clock.pass(Duration.ofSeconds(10));
    slack.round();
    clock.pass(Duration.ofSeconds(1));
    slack.round();
    clock.pass(Duration.ofSeconds(1));
    slack.round();
    assertThat(server.bodies()).as("two seconds after the second failure").hasSize(2);

    clock.pass(Duration.ofSeconds(1));
    slack.round();
    assertThat(server.bodies()).hasSize(3);
  }

  @Test
  void aMessageWhoseFateIsUnclearIsSentAgainAndSaysSo() {
    server.hangs();
    incidents.put(Example.open(1));
    clock.pass(Duration.ofSeconds(10));
    slack.round();
    assertThat(incidents.told(1, "slack")).isEqualTo(Told.OPENING);

    server.answers(200);
    clock.pass(Duration.ofSeconds(1));
    slack.round();
    assertThat(server.bodies().getLast()).contains("may be a repetition");
    assertThat(incidents.told(1, "slack")).isEqualTo(Told.OPENED);
  }

  @Test
  void whatWasCutShortByACrashIsSentAgainAndSaysSo() {
    incidents.put(Example.open(1));
    incidents.tell(1, "slack", Told.OPENING);
    clock.pass(Duration.ofSeconds(10));
    restarted().round();
    assertThat(server.bodies()).singleElement().asString().contains("may be a repetition");
  }

  @Test
  void aClosingCutShortByACrashIsSentAgainAndSaysSo() {
    incidents.put(Example.over(1));
    incidents.tell(1, "slack", Told.CLOSING);
    restarted().round();
    assertThat(server.bodies()).singleElement().asString().contains("may be a repetition");
    assertThat(incidents.told(1, "slack")).isEqualTo(Told.CLOSED);
  }

  @Test
  void nobodyListeningLosesNothing() {
    URI address = server.address();
    server.close();
    TellSink closed =
        sink(new SlackSink("slack", new Webhook(Webhook.client(TIMEOUT), address, TIMEOUT)));
    incidents.put(Example.open(1));
    clock.pass(Duration.ofSeconds(10));
    closed.round();
    assertThat(incidents.told(1, "slack")).isEqualTo(Told.NOTHING);
  }

  @Test
  void theAddressShowsNowhere() {
    server.answers(404);
    Delivery refused = new SlackSink("slack", webhook()).send(compose().of(Example.open(1), false));
    assertThat(refused).isEqualTo(new Delivery.Failed("it answered 404"));
    assertThat(webhook()).hasToString("webhook");
  }

  private TellSink restarted() {
    return sink(new SlackSink("slack", webhook()));
  }

  private TellSink sink(Sink sink) {
    return new TellSink(sink, incidents, compose(), silent, AlertSettings.DEFAULT, clock);
  }

  private Webhook webhook() {
    return new Webhook(Webhook.client(TIMEOUT), server.address(), TIMEOUT);
  }

  private static ComposeMessage compose() {
    return new ComposeMessage(
        SubscriberExample.configuration(), Optional.of(URI.create("https://reconciled.example")));
  }
}
