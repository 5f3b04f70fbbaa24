package io.reconciled.app;

import io.reconciled.alert.AlertSettings;
import io.reconciled.alert.ComposeMessage;
import io.reconciled.alert.Sink;
import io.reconciled.alert.TellIncidents;
import io.reconciled.alert.TellSink;
import io.reconciled.alert.chat.JsonSink;
import io.reconciled.alert.chat.SlackSink;
import io.reconciled.alert.chat.Webhook;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.model.EntityRule;
import io.reconciled.rules.Configuration;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** From settings to the chat channels that are told of incidents. */
final class ComposeAlerts {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private ComposeAlerts() {}

  static TellIncidents from(
      Settings settings,
      Configuration configuration,
      Incidents incidents,
      InstantSource clock,
      Executor executor) {
    ComposeMessage compose =
        new ComposeMessage(configuration, settings.publicUrl().map(URI::create));
    Set<EntityRule> silent = configuration.shadows();
    List<TellSink> sinks =
        sinks(settings).stream()
            .map(sink ->
                new TellSink(sink, incidents, compose, silent, AlertSettings.DEFAULT, clock))
            .toList();
    return new TellIncidents(sinks, executor);
  }

  private static List<Sink> sinks(Settings settings) {
    HttpClient client = Webhook.client(TIMEOUT);
    List<Sink> sinks = new ArrayList<>();
    settings
        .slackWebhook()
        .ifPresent(url -> sinks.add(new SlackSink("slack", webhook(client, url))));
    settings.jsonWebhook().ifPresent(url -> sinks.add(new JsonSink("json", webhook(client, url))));
    return sinks;
  }

  private static Webhook webhook(HttpClient client, String url) {
    return new Webhook(client, URI.create(url), TIMEOUT);
  }
}
