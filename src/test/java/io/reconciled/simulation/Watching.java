package io.reconciled.simulation;

import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Look;
import io.reconciled.due.DueKey;
import java.time.Duration;
import java.util.List;

/** Who is told what the daemon does, and how it lets time pass. */
interface Watching {
  void looked(DueKey key, Look look);

  void recorded(List<LifeEvent> events);

  void acknowledged(Service service, long from, long to);

  /** Something takes a while; others go on. */
  void passTime(Duration time);
}
