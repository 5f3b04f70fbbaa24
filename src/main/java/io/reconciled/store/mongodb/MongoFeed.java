package io.reconciled.store.mongodb;

import io.reconciled.model.Dataset;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.store.ChangeEvent;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.Hold;
import io.reconciled.store.KeptLog;
import io.reconciled.store.Resumable;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.ThisProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows MongoDB's change stream of one database.
 *
 * <p>A change shows the document's {@code _id}. Where the shared key is another field, whole
 * documents are asked for, before the change too where the collection keeps them ({@code
 * changeStreamPreAndPostImages}, from MongoDB 6.0 on); without those, deletes and former keys stay
 * unknown.
 */
public final class MongoFeed implements ChangeFeed {
  private final String process;

  public MongoFeed() {
    this(ThisProcess.inWords() + " since " + ThisProcess.since());
  }

  /**
   * @param process that other daemons tell this one by; at most 94 bytes
   */
  public MongoFeed(String process) {
    this.process = process;
  }

  @Override
  public Hold hold(StoreSettings settings) {
    return new MongoHold(settings, process);
  }

  @Override
  public Resumable resumable(StoreSettings settings, Map<String, ?> offset) {
    try (MongoConnection connection = new MongoConnection(settings)) {
      return connection.ask(
          "tell how far back its log goes", () -> new ResumeOplog(connection).from(offset));
    }
  }

  @Override
  public Map<List<String>, String> identities(StoreSettings settings, List<Dataset> datasets) {
    try (MongoConnection connection = new MongoConnection(settings)) {
      return connection.ask(
          "tell its collections apart", () -> CollectionsNow.identities(connection, datasets));
    }
  }

  @Override
  public List<StoreComplaint> prepare(StoreSettings settings, List<Dataset> datasets) {
    return List.of();
  }

  @Override
  public Map<String, String> engineProperties(StoreSettings settings, List<Dataset> datasets) {
    MongoAddress address = MongoAddress.of(settings);
    String database = address.database();
    Map<String, String> properties = new HashMap<>();
    properties.put("connector.class", "io.debezium.connector.mongodb.MongoDbConnector");
    properties.put("mongodb.connection.string", settings.url().toString());
    if (!settings.user().isEmpty()) {
      properties.put("mongodb.user", settings.user());
      properties.put("mongodb.password", settings.password().reveal());
      properties.put("mongodb.authsource", address.authSource());
    }
    String timeout = Long.toString(settings.timeout().toMillis());
    properties.put("mongodb.connect.timeout.ms", timeout);
    properties.put("mongodb.server.selection.timeout.ms", timeout);
    properties.put(
        "mongodb.socket.timeout.ms", Long.toString(settings.timeout().multipliedBy(2).toMillis()));
    properties.put("capture.mode", captureMode(datasets));
    properties.put("capture.scope", "database");
    properties.put("capture.target", database);
    properties.put("filters.match.mode", "literal");
    properties.put("collection.include.list", collections(datasets, database));
    properties.put("snapshot.mode", "no_data");
    // How long the server waits for a change before it says how far it has read.
    properties.put("cursor.max.await.time.ms", "250");
    return properties;
  }

  /**
   * The time in the resume token, or, for a change, the one before it: the changes of one
   * transaction share their time, and others of them may follow. A heartbeat comes after the server
   * had nothing more to give, so all up to its time has been delivered; it has no time of its own.
   */
  @Override
  public Optional<Position> position(Map<String, ?> offset) {
    boolean change = offset.get("sec") instanceof Number seconds && seconds.longValue() >= 0;
    return offset.get("resume_token") instanceof String token
        ? ResumePoint.time(token).map(time -> new Position(0, change ? time - 1 : time))
        : Optional.empty();
  }

  @Override
  public KeptLog kept(StoreSettings settings, Optional<Position> passed) {
    return passed.map(position -> OldestEntry.from(settings, position)).orElse(KeptLog.UNKNOWN);
  }

  @Override
  public boolean concerns(Dataset dataset, ChangeEvent event) {
    return dataset.container().getLast().equals(event.source().get("collection"));
  }

  @Override
  public Set<SharedKey> keys(Dataset dataset, ChangeEvent event) {
    return CapturedDocument.keys(dataset, event);
  }

  @Override
  public boolean mayHideFormerKey(Dataset dataset, ChangeEvent event) {
    return CapturedDocument.mayHideFormerKey(dataset, event);
  }

  private static String captureMode(List<Dataset> datasets) {
    return datasets.stream().allMatch(CapturedDocument::isInId)
        ? "change_streams"
        : "change_streams_update_full_with_pre_image";
  }

  private static String collections(List<Dataset> datasets, String database) {
    return datasets.stream()
        .map(dataset -> database + "." + dataset.container().getLast())
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }
}
