package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.store.ChangeEvent;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.KeptLog;
import io.reconciled.store.Leftovers;
import io.reconciled.store.Resumable;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.StoreUnavailable;
import io.reconciled.store.ThisProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Follows PostgreSQL through a publication on exactly the mapped tables and a slot, both named
 * {@code reconciled_<store>}.
 *
 * <p>Where a table's replica identity is its primary key, a delete shows only that: a shared key
 * that is no part of it stays unknown, and so does the old one when it is changed.
 */
public final class PostgresFeed implements ChangeFeed {
  private static final String SCHEMA = "public";

  @Override
  public Resumable resumable(StoreSettings settings, Map<String, ?> offset) {
    return ask(
        settings,
        connection ->
            new ResumePostgres(connection, PostgresSlot.name(settings.name())).from(offset));
  }

  @Override
  public Map<List<String>, String> identities(StoreSettings settings, List<Dataset> datasets) {
    return ask(settings, connection -> PostgresTablesNow.identities(connection, datasets));
  }

  @Override
  public List<StoreComplaint> prepare(StoreSettings settings, List<Dataset> datasets) {
    return ask(
        settings,
        connection -> {
          List<StoreComplaint> complaints =
              new ArrayList<>(published(connection, settings, datasets).complaints());
          complaints.addAll(
              new PostgresSlot(name(settings), settings.user(), settings.timeout())
                  .complete(connection));
          return complaints;
        });
  }

  @Override
  public SeenTo seeTo(StoreSettings settings, List<Dataset> datasets) {
    return ask(settings, connection -> published(connection, settings, datasets));
  }

  /** All tables are, but for those that must not be. */
  private static SeenTo published(
      Connection connection, StoreSettings settings, List<Dataset> datasets) throws SQLException {
    List<StoreComplaint> complaints =
        new ArrayList<>(PostgresIdentity.complaints(connection, datasets));
    List<Dataset> sound =
        datasets.stream()
            .filter(dataset -> complaints.stream().noneMatch(one -> one.subject().isOf(dataset)))
            .toList();
    SeenTo completed = new PostgresPublication(name(settings)).complete(connection, sound);
    complaints.addAll(completed.complaints());
    return new SeenTo(completed.added(), complaints);
  }

  private static String name(StoreSettings settings) {
    return PostgresSlot.name(settings.name());
  }

  @Override
  public Map<String, String> engineProperties(StoreSettings settings, List<Dataset> datasets) {
    CaptureAddress address = CaptureAddress.of(settings, 5432);
    String name = name(settings);
    Map<String, String> properties = new HashMap<>(address.properties(settings));
    properties.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
    properties.put("database.dbname", address.database());
    address.parameters().forEach((key, value) -> properties.put("driver." + key, value));
    Optional.ofNullable(address.parameters().get("sslmode"))
        .ifPresent(mode -> properties.put("database.sslmode", mode));
    properties.put("driver.connectTimeout", CaptureAddress.answerSeconds(settings));
    properties.put("driver.socketTimeout", CaptureAddress.answerSeconds(settings));
    // The engine gives signs of life by itself, also on a line that has gone silent: it asks the
    // server for one this often.
    properties.put("status.update.interval.ms", "2000");
    properties.put("plugin.name", "pgoutput");
    properties.put("publication.name", name);
    properties.put("publication.autocreate.mode", "disabled");
    properties.put("slot.name", name);
    properties.put("slot.drop.on.stop", "false");
    properties.put("slot.max.retries", "0");
    properties.put("snapshot.mode", "no_data");
    properties.put("table.include.list", CapturedTables.pattern(datasets, SCHEMA));
    properties.put("message.prefix.include.list", "reconciled");
    return properties;
  }

  /**
   * The end of the last commit that was delivered whole. Changes arrive commit by commit, so
   * whatever was committed at or before it has been delivered, also while the next transaction is
   * halfway. The place of a change itself says less: it lies before its own commit, and before
   * others'.
   */
  @Override
  public Optional<Position> position(Map<String, ?> offset) {
    return Optional.ofNullable(offset.get("lsn_commit"))
        .map(lsn -> new Position(0, ((Number) lsn).longValue()));
  }

  @Override
  public KeptLog kept(StoreSettings settings, Optional<Position> passed) {
    return PostgresKeptLog.of(settings);
  }

  @Override
  public void mark(StoreSettings settings) {
    PostgresKeptLog.mark(settings);
  }

  @Override
  public List<StoreComplaint> letGo(StoreSettings settings) {
    String name = PostgresSlot.name(settings.name());
    return new PostgresLeftovers()
            .drop(settings, name)
            .map(why ->
                StoreComplaint.error(
                    Subject.STORE,
                    "The replication slot " + name + " cannot be dropped: " + why,
                    "Run: " + PostgresLeftovers.dropSlot(name)))
            .stream()
            .toList();
  }

  @Override
  public Leftovers leftovers() {
    return new PostgresLeftovers();
  }

  @Override
  public boolean concerns(Dataset dataset, ChangeEvent event) {
    return CapturedTables.table(dataset).equals(event.source().get("table"))
        && CapturedTables.outer(dataset, SCHEMA).equals(event.source().get("schema"));
  }

  @Override
  public Set<SharedKey> keys(Dataset dataset, ChangeEvent event) {
    return CapturedRow.keys(dataset, event);
  }

  @Override
  public boolean mayHideFormerKey(Dataset dataset, ChangeEvent event) {
    return CapturedRow.mayHideFormerKey(dataset, event);
  }

  /** What is asked of the store over one connection. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private static <T> T ask(StoreSettings settings, Question<T> question) {
    try (Connection connection = connect(settings)) {
      return question.ask(connection);
    } catch (SQLException failure) {
      String message = String.valueOf(failure.getMessage());
      throw PostgresStates.meansMisconfigured(failure)
          ? new StoreMisconfigured(settings.name(), message, failure)
          : new StoreUnavailable(settings.name(), message, failure);
    }
  }

  private static Connection connect(StoreSettings settings) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", settings.user());
    properties.put("password", settings.password().reveal());
    String seconds = Long.toString(Math.max(1, settings.timeout().toSeconds()));
    properties.put("connectTimeout", seconds);
    // The server's own time-out, for a slot that waits for transactions, comes first.
    properties.put("socketTimeout", CaptureAddress.answerSeconds(settings));
    properties.put("ApplicationName", ThisProcess.inWords());
    return DriverManager.getConnection("jdbc:" + settings.url(), properties);
  }
}
