package io.reconciled.alert;

import io.reconciled.model.ReconciledException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Tells every sink, each on its own, so that one that hangs holds up no other. */
public final class TellIncidents {
  private static final Logger LOG = Logger.getLogger(TellIncidents.class);
  private final List<TellSink> sinks;
  private final Executor executor;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param executor runs one task per sink; tasks block on the network
   */
  public TellIncidents(List<TellSink> sinks, Executor executor) {
    this.sinks = List.copyOf(sinks);
    this.executor = executor;
  }

  /** Starts a round of every sink that is not still in the one before. Does not wait. */
  public void round() {
    for (TellSink sink : sinks) {
      if (busy.add(sink.name())) {
        executor.execute(() -> tell(sink));
      }
    }
  }

  private void tell(TellSink sink) {
    try {
      sink.round();
    } catch (ReconciledException stateFails) {
      LOG.warnf("sink %s is told later: %s", sink.name(), stateFails.getMessage());
    } finally {
      busy.remove(sink.name());
    }
  }
}
