package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.store.ChangeEvent;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.Hold;
import io.reconciled.store.HoldName;
import io.reconciled.store.KeptLog;
import io.reconciled.store.Resumable;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Follows the binary log of MariaDB, or of MySQL, which differs in its connector only. Nothing is
 * created in the database; a full row image shows the shared key in every change.
 */
public final class MariaDbFeed implements ChangeFeed {
  /** The server says something at least this often; the connector asks for four fifths of it. */
  private static final String SIGN_OF_LIFE_MILLIS = "625";

  /** To find a place in a file, the server reads all of it before the place. */
  private static final int SLOW_ANSWER = 6;

  private static final int PORT = 3306;
  private static final long LOWEST_SERVER_ID = 1L << 30;
  private static final UUID THIS_PROCESS = UUID.randomUUID();
  private static final Driver DRIVER = new MariaDbDriver();
  private final String connector;
  private final String sslMode;
  private final boolean mariaDb;
  private final UUID process;

  private MariaDbFeed(String connector, String sslMode, boolean mariaDb, UUID process) {
    this.connector = connector;
    this.sslMode = sslMode;
    this.mariaDb = mariaDb;
    this.process = process;
  }

  public static MariaDbFeed mariaDb() {
    return mariaDb(THIS_PROCESS);
  }

  /**
   * @param process that the server tells apart from others by
   */
  public static MariaDbFeed mariaDb(UUID process) {
    return new MariaDbFeed(
        "io.debezium.connector.mariadb.MariaDbConnector", "disable", true, process);
  }

  public static MariaDbFeed mySql() {
    return new MariaDbFeed(
        "io.debezium.connector.mysql.MySqlConnector", "preferred", false, THIS_PROCESS);
  }

  @Override
  public Hold hold(StoreSettings settings) {
    String database = CaptureAddress.of(settings, PORT).database();
    return new MariaDbHold(
        settings,
        "reconciled " + HoldName.of(settings.name(), database),
        () -> connect(settings, settings.timeout()));
  }

  @Override
  public Resumable resumable(StoreSettings settings, Map<String, ?> offset) {
    try (Connection connection = connect(settings, settings.timeout().multipliedBy(SLOW_ANSWER))) {
      return new ResumeBinaryLog(connection, mariaDb).from(offset);
    } catch (SQLException failure) {
      throw new SqlFailures(settings.name(), DRIVER).of("tell how far back its log goes", failure);
    }
  }

  /** The log itself tells when a table is dropped or another takes its name. */
  @Override
  public Map<List<String>, String> identities(StoreSettings settings, List<Dataset> datasets) {
    return Map.of();
  }

  @Override
  public List<StoreComplaint> prepare(StoreSettings settings, List<Dataset> datasets) {
    return List.of();
  }

  @Override
  public Map<String, String> engineProperties(StoreSettings settings, List<Dataset> datasets) {
    CaptureAddress address = CaptureAddress.of(settings, PORT);
    Map<String, String> properties = new HashMap<>(address.properties(settings));
    properties.put("connector.class", connector);
    properties.put("database.ssl.mode", address.parameters().getOrDefault("sslMode", sslMode));
    properties.put("database.server.id", Long.toString(serverId(settings)));
    properties.put(
        "database.include.list", CapturedTables.outerPattern(datasets, address.database()));
    properties.put("table.include.list", CapturedTables.pattern(datasets, address.database()));
    // Statements that drop or empty tables are told nowhere else.
    properties.put("include.schema.changes", "true");
    properties.put("bigint.unsigned.handling.mode", "precise");
    properties.put("snapshot.mode", "no_data");
    // A read lock on all tables is not ours to take from their owner.
    properties.put("snapshot.locking.mode", "none");
    // No reconnecting behind our back: a lost connection ends the engine, and is shown.
    properties.put("connect.keep.alive", "false");
    properties.put("connect.keep.alive.interval.ms", SIGN_OF_LIFE_MILLIS);
    String timeout = Long.toString(settings.timeout().toMillis());
    properties.put("connect.timeout.ms", timeout);
    // The connector looks for the same once more among what it hands to its driver.
    properties.put("database.connect.timeout.ms", timeout);
    properties.put(
        "driver.socketTimeout", Long.toString(settings.timeout().multipliedBy(2).toMillis()));
    return properties;
  }

  /**
   * Where reading would begin anew: behind the last whole transaction, never inside one. The
   * server's own signs of life carry the end of its log, so an idle log is passed as well, unless
   * it ends with what no commit ends.
   */
  @Override
  public Optional<Position> position(Map<String, ?> offset) {
    return offset.get("file") instanceof String file && offset.get("pos") instanceof Number pos
        ? BinaryLogs.number(file).map(number -> new Position(number, pos.longValue()))
        : Optional.empty();
  }

  /** MySQL's log marks where a transaction begins, so no statement is taken for one. */
  @Override
  public Optional<Position> delivered(StoreSettings settings, Map<String, ?> offset) {
    Optional<CountedEvents> counted = mariaDb ? CountedEvents.of(offset) : Optional.empty();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = connect(settings, settings.timeout())) {
      return counted.get().end(connection);
    } catch (SQLException failure) {
      throw new SqlFailures(settings.name(), DRIVER).of("tell what its log ends with", failure);
    }
  }

  @Override
  public KeptLog kept(StoreSettings settings, Optional<Position> passed) {
    return passed.map(position -> BinaryLogs.behind(settings, position)).orElse(KeptLog.UNKNOWN);
  }

  /** A statement concerns those whose rows it may have taken. */
  @Override
  public boolean concerns(Dataset dataset, ChangeEvent event) {
    String database = String.valueOf(event.source().get("db"));
    if (!CapturedTables.outer(dataset, database).equals(database)) {
      return false;
    }
    String table = CapturedTables.table(dataset);
    return event.source().get("ddl") instanceof String statement
        ? new EmptyingStatement(statement).concerns(table)
        : table.equals(event.source().get("table"));
  }

  @Override
  public Set<SharedKey> keys(Dataset dataset, ChangeEvent event) {
    return CapturedRow.keys(dataset, event);
  }

  @Override
  public boolean mayHideFormerKey(Dataset dataset, ChangeEvent event) {
    return CapturedRow.mayHideFormerKey(dataset, event);
  }

  private static Connection connect(StoreSettings settings, Duration patience) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", settings.user());
    properties.put("password", settings.password().reveal());
    properties.putAll(DRIVER.properties(settings.timeout()));
    properties.put("socketTimeout", Long.toString(patience.toMillis()));
    return DriverManager.getConnection(DRIVER.jdbcUrl(settings.url()), properties);
  }

  /**
   * The server drops an earlier reader of its log when another comes with the same number: one that
   * this process has lost touch with, and never that of another daemon.
   */
  private long serverId(StoreSettings settings) {
    CRC32 crc = new CRC32();
    String who = settings.name() + " " + settings.url() + " " + settings.user() + " " + process;
    crc.update(who.getBytes(StandardCharsets.UTF_8));
    return LOWEST_SERVER_ID + crc.getValue() % LOWEST_SERVER_ID;
  }
}
