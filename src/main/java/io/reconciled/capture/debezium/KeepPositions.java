package io.reconciled.capture.debezium;

import io.reconciled.model.StateUnavailable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.OffsetBackingStore;
import org.apache.kafka.connect.util.Callback;
import org.jboss.logging.Logger;

/**
 * Keeps one store's positions in the state database, for one run of its engine, which makes it by
 * its name and calls {@link #configure}, {@link #start} and {@link #stop}.
 *
 * <p>A position that could not be written fails its {@link #set}: the engine then acknowledges
 * nothing to the store, and comes again with the next batch. Each is tried once; trying on would
 * only hide that the state database is down, and once {@link #stop} has returned, nothing may be
 * written any more: the next run goes on from what is there.
 */
public final class KeepPositions implements OffsetBackingStore {
  static final String URL = "reconciled.positions.url";
  static final String USER = "reconciled.positions.user";
  static final String PASSWORD = "reconciled.positions.password";
  static final String TABLE = "reconciled.positions.table";
  private static final Logger LOG = Logger.getLogger(KeepPositions.class);
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("positions-", 0).daemon().factory());
  private volatile Map<String, String> positions = Map.of();
  private PositionTable table = PositionTable.NOWHERE;
  private boolean failing;

  /** Made by the engine. */
  public KeepPositions() {}

  @Override
  public void configure(WorkerConfig config) {
    Map<String, String> given = config.originalsStrings();
    table =
        new PositionTable(
            given.getOrDefault(URL, ""),
            given.getOrDefault(USER, ""),
            given.getOrDefault(PASSWORD, ""),
            given.getOrDefault(TABLE, ""));
  }

  /**
   * Reads what is kept; throws {@link StateUnavailable} where it cannot, so that no run begins at
   * the end of a log of which a position is known.
   */
  @Override
  public void start() {
    try {
      positions = table.read();
    } catch (SQLException failed) {
      table.close();
      throw new StateUnavailable(
          "The state database does not tell the store's position (SQL state %s)."
              .formatted(failed.getSQLState()),
          failed);
    }
  }

  @Override
  public Future<Map<ByteBuffer, ByteBuffer>> get(Collection<ByteBuffer> keys) {
    Map<ByteBuffer, ByteBuffer> found = new HashMap<>();
    for (ByteBuffer key : keys) {
      String position = positions.get(text(key));
      if (position != null) {
        String from = WholeTransactions.from(position);
        found.put(key, ByteBuffer.wrap(from.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public Future<Void> set(Map<ByteBuffer, ByteBuffer> values, Callback<Void> callback) {
    return writer.submit(() -> {
      Map<String, String> next = new HashMap<>(positions);
      values.forEach((key, value) -> next.put(text(key), text(value)));
      write(next);
      positions = next;
      callback.onCompletion(null, null);
      return null;
    });
  }

  private void write(Map<String, String> next) throws SQLException {
    try {
      table.replace(next);
      if (failing) {
        LOG.infof("%s is written again", table);
      }
      failing = false;
    } catch (SQLException failed) {
      if (!failing) {
        LOG.warnf(
            "%s cannot be written; nothing is acknowledged to the store until it can: %s",
            table, failed.getMessage());
      }
      failing = true;
      throw failed;
    }
  }

  /** Cuts off what is being written: it is written whole, or not at all. */
  @Override
  public void stop() {
    writer.shutdownNow();
    table.close();
  }

  @Override
  public Set<Map<String, Object>> connectorPartitions(String connector) {
    return Set.of();
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.asReadOnlyBuffer()).toString();
  }
}
