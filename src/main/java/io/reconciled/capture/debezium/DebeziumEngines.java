package io.reconciled.capture.debezium;

import io.reconciled.capture.Deliveries;
import io.reconciled.capture.Engine;
import io.reconciled.capture.Positions;
import io.reconciled.model.StoreName;
import java.util.Map;
import java.util.Properties;

/** Makes embedded engines that keep their positions in the state database. */
public final class DebeziumEngines implements Engine.Factory {
  /**
   * Says what is so for every kind of store.
   *
   * <p>No engine retries by itself: that would hide from the operator that a store is down.
   * Positions are written whenever one is acknowledged. A change that the connector cannot read is
   * skipped with a warning; stopping there would stop for good.
   */
  private static final Map<String, String> COMMON =
      Map.ofEntries(
          Map.entry("heartbeat.interval.ms", "500"),
          Map.entry("poll.interval.ms", "50"),
          Map.entry("offset.flush.interval.ms", "0"),
          Map.entry("errors.max.retries", "0"),
          Map.entry("event.processing.failure.handling.mode", "warn"),
          Map.entry("task.management.timeout.ms", "30000"),
          Map.entry("tombstones.on.delete", "false"),
          Map.entry("skipped.operations", "none"),
          Map.entry("provide.transaction.metadata", "false"),
          Map.entry("decimal.handling.mode", "precise"));

  private final PositionTables tables;
  private final Positions positions;

  public DebeziumEngines(StateDatabase database) {
    this.tables = new PositionTables(database);
    this.positions = new StoredPositions(database);
  }

  @Override
  public Positions positions() {
    return positions;
  }

  @Override
  public Engine engine(StoreName store, Map<String, String> connector, Deliveries deliveries) {
    Properties properties = new Properties();
    properties.putAll(COMMON);
    properties.putAll(tables.properties(store));
    properties.putAll(connector);
    properties.put("name", "reconciled");
    // Stored with every position, and the name of the engine's metrics: unique, and never changed.
    properties.put("topic.prefix", PositionTables.plain(store).replace('$', '.'));
    return new FollowLog(store, properties, deliveries);
  }
}
