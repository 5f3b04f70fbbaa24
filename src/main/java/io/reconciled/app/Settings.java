package io.reconciled.app;

import io.reconciled.model.Secret;
import io.reconciled.rules.LoadConfiguration;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.ReadPasswordFile;
import io.reconciled.rules.cel.CelExpressions;
import io.reconciled.schedule.CronText;
import io.reconciled.sweep.partition.PartitionSettings;
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
 *     discrepancies, anything else (the default) keeps their kind, length and last two characters
 * @param partitions what {@link ReadPartitionSettings} reads
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
    boolean showValues,
    PartitionSettings partitions) {
  static final String CONNECTORS = "RECONCILED_CONNECTORS";
  static final String RULES = "RECONCILED_RULES";

  /**
   * @param lookup the value of a name, if it has one
   */
  static Settings from(Function<String, Optional<String>> lookup) {
    return new Settings(
        Path.of(lookup.apply(CONNECTORS).orElse("connectors")),
        Path.of(lookup.apply(RULES).orElse("reconcile-rules")),
        lookup.apply("RECONCILED_STATE_URL").orElse("jdbc:h2:file:./state/reconciled"),
        lookup.apply("RECONCILED_STATE_USER").orElse("reconciled"),
        new Secret(lookup.apply("RECONCILED_STATE_PASSWORD").orElse("reconciled")),
        lookup.apply("RECONCILED_SLACK_WEBHOOK"),
        lookup.apply("RECONCILED_JSON_WEBHOOK"),
        lookup.apply("RECONCILED_PUBLIC_URL"),
        lookup.apply("RECONCILED_VALUES").map("show"::equals).orElse(false),
        ReadPartitionSettings.from(lookup));
  }

  Settings inFolders(Path connectorsFolder, Path rulesFolder) {
    return new Settings(
        connectorsFolder,
        rulesFolder,
        stateUrl,
        stateUser,
        statePassword,
        slackWebhook,
        jsonWebhook,
        publicUrl,
        showValues,
        partitions);
  }

  Loaded load() {
    return loader().load(connectors, rules);
  }

  Loaded loadConnectors() {
    return loader().connectors(connectors);
  }

  /** The connectors and one rules file, wherever it lies. */
  Loaded loadOne(Path rulesFile) {
    return loader().loadOne(connectors, rulesFile);
  }

  private static LoadConfiguration loader() {
    return new LoadConfiguration(
        Kinds.names(),
        Settings::environment,
        new ReadPasswordFile(),
        CronText::objection,
        new CelExpressions());
  }

  static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
