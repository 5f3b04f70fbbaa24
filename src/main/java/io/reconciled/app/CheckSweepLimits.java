package io.reconciled.app;

import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Problem;
import io.reconciled.rules.SweepLimits;
import io.reconciled.store.Load;
import io.reconciled.store.Load.Figure;
import io.reconciled.store.Store;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Severity;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Wanted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks live databases for what {@code sweep:} of their connectors rests on. */
final class CheckSweepLimits {
  private static final String READ_URL = "sweep.readUrl";
  private static final String ABOVE = "sweep.pauseAbove.";
  private final Configuration configuration;
  private final Map<Severity, List<Problem>> found = new EnumMap<>(Severity.class);

  CheckSweepLimits(Configuration configuration) {
    this.configuration = configuration;
  }

  /** By severity, each with its file and line. */
  Map<Severity, List<Problem>> check() {
    for (Connector connector : ConnectStores.inUse(configuration)) {
      if (connector.sweep().readUrl().isPresent()) {
        replica(connector);
      }
      if (!connector.sweep().pauseAbove().equals(SweepLimits.PauseAbove.NOTHING)) {
        load(connector);
      }
    }
    return found;
  }

  private void replica(Connector connector) {
    Wanted readable = new Wanted(configuration.datasetsIn(connector.store()), false);
    Kinds.named(connector.kind()).check(ConnectStores.sweepSettings(connector), readable).stream()
        .filter(complaint -> complaint.severity() != Severity.WARNING)
        .forEach(complaint ->
            add(connector, READ_URL, complaint.severity(), complaint.what(), complaint.fix()));
  }

  private void load(Connector connector) {
    try (Store store = Kinds.named(connector.kind()).open(ConnectStores.sweepSettings(connector))) {
      Load load = store.load();
      if (connector.sweep().pauseAbove().activeSessions().isPresent()) {
        seen(connector, "activeSessions", load.activeSessions());
      }
      if (connector.sweep().pauseAbove().replicaLag().isPresent()) {
        seen(connector, "replicaLag", load.replicaLag());
      }
    } catch (StoreFailure failure) {
      if (connector.sweep().readUrl().isEmpty()) {
        return; // Told of the store as a whole.
      }
      StoreComplaint complaint = StoreComplaint.of(failure);
      add(connector, READ_URL, complaint.severity(), complaint.what(), complaint.fix());
    }
  }

  private void seen(Connector connector, String limit, Figure<?> figure) {
    switch (figure) {
      case Load.Seen<?> seen -> {}
      case Load.Hidden<?>(String fix) ->
          add(
              connector,
              ABOVE + limit,
              Severity.WARNING,
              "user %s may not see this of store %s, so it is no limit"
                  .formatted(connector.user(), connector.store()),
              fix);
      case Load.None<?> none ->
          add(
              connector,
              ABOVE + limit,
              Severity.WARNING,
              "store %s is no replica, so this is no limit".formatted(connector.store()),
              "Name a replica with readUrl:, or remove the line.");
    }
  }

  private void add(Connector connector, String path, Severity severity, String what, String fix) {
    found
        .computeIfAbsent(severity, first -> new ArrayList<>())
        .add(new Problem(connector.places().of(path), what, fix));
  }
}
