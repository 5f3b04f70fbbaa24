package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.rules.cel.CelExpressions;
import io.reconciled.schedule.CronText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two directories of configuration files, sound as they begin, to be broken by a test. */
final class ConfigurationFiles {
  static final Set<String> KINDS = Set.of("postgresql", "mariadb", "mysql", "mongodb");
  static final DatasetName CRM_DATA = new DatasetName("crm");
  static final DatasetName PROFILES_DATA = new DatasetName("profiles");
  static final String CRM =
      """
      store: crm
      kind: postgresql
      url: postgresql://crm-db:5432/crm
      user: reconciled
      password: ${CRM_PASSWORD}
      timeout: 2s
      options: { sslmode: require, fetch: 100 }
      """;
  static final String PROFILES =
      """
      store: profiles
      kind: mongodb
      url: mongodb://one:27017,two:27017/profiles?replicaSet=rs0
      capture: false
      """;
  static final String SUBSCRIBER =
      """
      entity: subscriber
      key: { type: integer }
      grace: 5s
      datasets:
        crm: { table: public.subscriber, key: id, attributes: { msisdn: msisdn, status: status } }
        profiles:
          collection: profiles
          key: _id
          attributes: { msisdn: contact.msisdn, status: state }
          values: { status: { A: ACTIVE, 1: SUSPENDED, true: GONE } }
      rules:
        - present: [crm, profiles]
        - equal: status
          authority: crm
        - equal: [msisdn, status]
          name: both
      schedule: { sweep: "0 0 3 * * ?" }
      """;
  private final Path root;

  ConfigurationFiles(Path root) {
    this.root = root;
    write("connectors/crm.yaml", CRM);
    write("connectors/profiles.yaml", PROFILES);
    write("rules/subscriber.yaml", SUBSCRIBER);
  }

  Path write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String file, byte[] bytes) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.write(path, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes the rules file as it begins, but for this part of it. */
  void replace(String part, String with) {
    assertThat(SUBSCRIBER).contains(part);
    write("rules/subscriber.yaml", SUBSCRIBER.replace(part, with));
  }

  /** The configuration, which must be sound. */
  Configuration sound() {
    assertThat(problems()).isEmpty();
    return ((Loaded.Sound) load()).configuration();
  }

  Connector crm() {
    return sound().connectors().getFirst();
  }

  Entity subscriber() {
    return sound().entity(new EntityName("subscriber")).orElseThrow();
  }

  Loaded load() {
    return loader(Map.of("CRM_PASSWORD", "hunter2", "EMPTY", ""))
        .load(root.resolve("connectors"), root.resolve("rules"));
  }

  List<Problem> problems() {
    return load() instanceof Loaded.Refused(List<Problem> problems, Configuration flawless)
        ? problems
        : List.of();
  }

  static LoadConfiguration loader(Map<String, String> environment) {
    return new LoadConfiguration(
        KINDS,
        name -> Optional.ofNullable(environment.get(name)),
        new ReadPasswordFile(),
        CronText::objection,
        new CelExpressions());
  }
}
