package io.reconciled.demo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.reconciled.demo.daemon.Report;
import io.reconciled.servers.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;

/** Measures the daemon's process from outside, and asks the databases who is connected. */
final class TakeSample {

  private static final Pattern ALL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /** What the collector left lying where it did not care to close up. */
  private static final Pattern DEAD =
      Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+\\S*jdk\\.internal\\.vm\\.Filler");

  private static final Pattern STATUS = Pattern.compile("(?m)^(VmRSS|Threads):\\s+(\\d+)");
  private static final long KILO = 1_024;

  private final Stage stage;
  private final InstantSource clock;

  TakeSample(Stage stage, InstantSource clock) {
    this.stage = stage;
    this.clock = clock;
  }

  /** Of the heap, what is alive. */
  Sample take() {
    Map<String, Long> figures = new TreeMap<>();
    try {
      long pid = stage.daemon().pid();
      heap(pid, figures);
      process(pid, figures);
      crm(figures);
      billing(figures);
      profiles(figures);
      report(figures);
    } catch (IOException e) {
      throw new UncheckedIOException("The daemon's process cannot be looked at", e);
    } catch (SQLException e) {
      throw new IllegalStateException("A database does not tell who is connected", e);
    }
    return new Sample(clock.instant(), figures);
  }

  private static void heap(long pid, Map<String, Long> figures) throws IOException {
    String histogram = jcmd(pid, "GC.class_histogram");
    Matcher all = ALL.matcher(histogram);
    if (all.find()) {
      long dead =
          DEAD.matcher(histogram).results().mapToLong(line -> Long.parseLong(line.group(1))).sum();
      figures.put(Sample.HEAP, Long.parseLong(all.group(1)) - dead);
    }
  }

  private void process(long pid, Map<String, Long> figures) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    Matcher status = STATUS.matcher(Files.readString(process.resolve("status")));
    while (status.find()) {
      long number = Long.parseLong(status.group(2));
      if (status.group(1).equals("Threads")) {
        figures.put(Sample.THREADS, number);
      } else {
        figures.put(Sample.RESIDENT, number * KILO);
      }
    }
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      figures.put(Sample.FILES, files.count());
    }
    Path state = stage.settings().folder().resolve("state.mv.db");
    if (Files.exists(state)) {
      figures.put(Sample.STATE, Files.size(state));
    }
  }

  private void crm(Map<String, Long> figures) throws SQLException {
    Database admin = stage.landscape().server("crm").admin();
    count(
        admin,
        "SELECT application_name, count(*) FROM pg_stat_activity"
            + " WHERE application_name LIKE 'reconciled%' GROUP BY 1",
        Sample.CONNECTIONS + "crm by ",
        figures);
    count(
        admin,
        "SELECT '', max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn))::bigint"
            + " FROM pg_replication_slots",
        Sample.RETAINED,
        figures);
  }

  private void billing(Map<String, Long> figures) throws SQLException {
    count(
        stage.landscape().server("billing").admin(),
        "SELECT '', count(*) FROM information_schema.processlist WHERE user = 'reconciled'",
        Sample.CONNECTIONS + "billing",
        figures);
  }

  private void profiles(Map<String, Long> figures) {
    try (MongoClient client =
        MongoClients.create(stage.landscape().server("profiles").admin().url())) {
      Document operations = new Document("allUsers", true).append("idleConnections", true);
      client
          .getDatabase("admin")
          .aggregate(
              List.of(
                  new Document("$currentOp", operations),
                  new Document("$match", new Document("appName", new Document("$exists", true))),
                  new Document("$sortByCount", "$appName")))
          .forEach(row ->
              figures.put(
                  Sample.CONNECTIONS + "profiles by " + row.getString("_id"),
                  row.getInteger("count").longValue()));
    }
  }

  private void report(Map<String, Long> figures) {
    stage
        .report()
        .report()
        .ifPresent((Report report) -> {
          figures.put(Sample.DUE, report.waitingKeys());
          figures.put(Sample.EVENTS, report.events());
        });
  }

  private static void count(
      Database database, String query, String prefix, Map<String, Long> figures)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        figures.put(prefix + rows.getString(1), rows.getLong(2));
      }
    }
  }

  private static String jcmd(long pid, String command) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
