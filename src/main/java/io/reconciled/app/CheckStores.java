package io.reconciled.app;

import io.reconciled.model.Dataset;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Place;
import io.reconciled.rules.Problem;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Severity;
import io.reconciled.store.StoreComplaint.Subject;
import io.reconciled.store.StoreKind;
import io.reconciled.store.Wanted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the configuration against the live databases; changes nothing in them. */
final class CheckStores {
  private final Configuration configuration;

  CheckStores(Configuration configuration) {
    this.configuration = configuration;
  }

  /** What the stores complain of, by severity, each with its file and line. */
  Map<Severity, List<Problem>> check() {
    Map<Severity, List<Problem>> found = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      found.put(severity, new ArrayList<>());
    }
    for (Connector connector : ConnectStores.inUse(configuration)) {
      for (StoreComplaint complaint : complaints(connector)) {
        Place place = place(connector, complaint.subject());
        found
            .getOrDefault(complaint.severity(), new ArrayList<>())
            .add(new Problem(place, complaint.what(), complaint.fix()));
      }
    }
    return found;
  }

  private List<StoreComplaint> complaints(Connector connector) {
    StoreKind kind = Kinds.named(connector.kind());
    boolean capture = ComposeCaptures.isFollowed(connector, configuration);
    return kind.check(ConnectStores.settings(connector), wanted(connector, capture));
  }

  private Wanted wanted(Connector connector, boolean capture) {
    Map<Dataset, Set<String>> lookedUp = new HashMap<>();
    for (Entity entity : configuration.entities()) {
      for (Dataset dataset : entity.datasets()) {
        lookedUp.put(dataset, entity.lookedUp(dataset));
      }
    }
    return new Wanted(configuration.datasetsIn(connector.store()), capture, lookedUp);
  }

  private Place place(Connector connector, Subject subject) {
    return subject
        .entity()
        .flatMap(configuration::entity)
        .flatMap(
            entity -> subject.dataset().map(dataset -> entity.placeOf(dataset, subject.part())))
        .orElseGet(() -> connector.places().of("url"));
  }
}
