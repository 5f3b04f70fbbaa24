package io.reconciled.discrepancy;

import io.reconciled.model.EntityRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The incidents on record, and what each sink has been told of them. */
public interface Incidents {
  Optional<Incident> byId(long id);

  /** Newest first. */
  List<Incident> latest(int limit);

  /** What has been told to a sink about one incident. */
  enum Told {
    NOTHING,
    /** It may or may not have arrived: the daemon ended while sending. */
    OPENING,
    OPENED,
    CLOSING,
    CLOSED
  }

  /** An incident, and what the sink knows of it. */
  record Untold(Incident incident, Told told) {}

  /**
   * Incidents of which the sink has not been told the latest: opened and untold, or over and told
   * only of the opening. Oldest first.
   *
   * @param silent rules of which nothing is told: their incidents are left out while they are open
   */
  List<Untold> untold(String sink, Set<EntityRule> silent, int limit);

  /** Durable when it returns. */
  void tell(long incident, String sink, Told told);
}
