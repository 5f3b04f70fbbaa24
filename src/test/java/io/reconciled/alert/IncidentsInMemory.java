package io.reconciled.alert;

import io.reconciled.discrepancy.Incident;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.model.EntityRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Incidents that last as long as a test. */
public final class IncidentsInMemory implements Incidents {
  private record Announcement(long incident, String sink) {}

  private final TreeMap<Long, Incident> incidents = new TreeMap<>();
  private final Map<Announcement, Told> told = new HashMap<>();

  public synchronized void put(Incident incident) {
    incidents.put(incident.id(), incident);
  }

  public synchronized Told told(long incident, String sink) {
    return told.getOrDefault(new Announcement(incident, sink), Told.NOTHING);
  }

  @Override
  public synchronized Optional<Incident> byId(long id) {
    return Optional.ofNullable(incidents.get(id));
  }

  @Override
  public synchronized List<Incident> latest(int limit) {
    return incidents.descendingMap().values().stream().limit(limit).toList();
  }

  @Override
  public synchronized List<Untold> untold(String sink, Set<EntityRule> silent, int limit) {
    List<Untold> untold = new ArrayList<>();
    for (Incident incident : incidents.values()) {
      Told known = told(incident.id(), sink);
      boolean all = known == Told.CLOSED || (known == Told.OPENED && incident.over().isEmpty());
      boolean isSilent =
          incident.over().isEmpty()
              && silent.contains(new EntityRule(incident.entity(), incident.rule()));
      if (!all && !isSilent && untold.size() < limit) {
        untold.add(new Untold(incident, known));
      }
    }
    return untold;
  }

  @Override
  public synchronized void tell(long incident, String sink, Told now) {
    told.put(new Announcement(incident, sink), now);
  }
}
