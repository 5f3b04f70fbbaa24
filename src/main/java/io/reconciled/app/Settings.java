package io.reconciled.app;

import io.reconciled.model.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is set by environment; each has a default that works on one machine.
 *
 * @param connectors {@code RECONCILED_CONNECTORS}: folder of connector files
 * @param rules {@code RECONCILED_RULES}: folder of rules files
 * @param stateUrl {@code RECONCILED_STATE_URL}: JDBC URL of the daemon's own database, H2 or
 *     PostgreSQL
 * @param stateUser {@code RECONCILED_STATE_USER}
 * @param statePassword {@code RECONCILED_STATE_PASSWORD}
 * @param slackWebhook {@code RECONCILED_SLACK_WEBHOOK}: a Slack-compatible incoming webhook
 * @param jsonWebhook {@code RECONCILED_JSON_WEBHOOK}: takes incidents as plain JSON
 * @param publicUrl {@code RECONCILED_PUBLIC_URL}: where people reach the report; used in alerts
 * @param showValues {@code RECONCILED_VALUES}: {@code show} keeps stored values in the history of
 *     discrepancies, {@code mask} (the default) keeps their kind, length and last two characters
 */
record Settings(
    Path connectors,
    Path rules,
    String stateUrl,
    String stateUser,
    Secret statePassword,
    Optional<String> slackWebhook,
    Optional<String> jsonWebhook,
    Optional<String> publicUrl,
    boolean showValues) {

  static Settings from(Function<String, Optional<String>> environment) {
    return new Settings(
        Path.of(environment.apply("RECONCILED_CONNECTORS").orElse("connectors")),
        Path.of(environment.apply("RECONCILED_RULES").orElse("reconcile-rules")),
        environment.apply("RECONCILED_STATE_URL").orElse("jdbc:h2:file:./state/reconciled"),
        environment.apply("RECONCILED_STATE_USER").orElse(""),
        new Secret(environment.apply("RECONCILED_STATE_PASSWORD").orElse("")),
        environment.apply("RECONCILED_SLACK_WEBHOOK"),
        environment.apply("RECONCILED_JSON_WEBHOOK"),
        environment.apply("RECONCILED_PUBLIC_URL"),
        environment.apply("RECONCILED_VALUES").map(value -> value.equals("show")).orElse(false));
  }

  static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
