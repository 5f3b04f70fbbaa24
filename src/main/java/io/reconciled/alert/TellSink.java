package io.reconciled.alert;

import io.reconciled.discrepancy.Incident;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.discrepancy.Incidents.Told;
import io.reconciled.discrepancy.Incidents.Untold;
import io.reconciled.model.EntityRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Tells one sink what it has not been told. Used by one thread at a time.
 *
 * <p>What is about to be sent is on record before it is sent, and that it was sent after: whatever
 * is found half told was cut short, and is sent again with a word about it.
 */
public final class TellSink {
  private static final Logger LOG = Logger.getLogger(TellSink.class);
  private static final int AT_ONCE = 100;
  private final Sink sink;
  private final Incidents incidents;
  private final ComposeMessage compose;
  private final Set<EntityRule> silent;
  private final AlertSettings settings;
  private final InstantSource clock;
  private final BackOff backOff;

  /**
   * @param silent rules of which nothing is told
   */
  public TellSink(
      Sink sink,
      Incidents incidents,
      ComposeMessage compose,
      Set<EntityRule> silent,
      AlertSettings settings,
      InstantSource clock) {
    this.sink = sink;
    this.incidents = incidents;
    this.compose = compose;
    this.silent = Set.copyOf(silent);
    this.settings = settings;
    this.clock = clock;
    this.backOff = new BackOff(settings);
  }

  public String name() {
    return sink.name();
  }

  /**
   * Sends what is ripe, oldest first, until there is no more or the sink fails.
   *
   * @throws io.reconciled.model.ReconciledException where the state database fails
   */
  public void round() {
    if (!backOff.over(clock.instant())) {
      return;
    }
    List<Untold> untold = incidents.untold(sink.name(), silent, AT_ONCE);
    for (Untold one : untold) {
      if (isSilent(one.incident()) || isNoNews(one)) {
        // What ended unsaid stays unsaid, also when its rule is given a voice later on.
        incidents.tell(one.incident().id(), sink.name(), Told.CLOSED);
      } else if (gathered(one.incident()) && !told(one)) {
        return;
      }
    }
  }

  private boolean isSilent(Incident incident) {
    return silent.contains(new EntityRule(incident.entity(), incident.rule()));
  }

  /** Whoever was not told that a rule is broken need not hear that it was removed. */
  private static boolean isNoNews(Untold one) {
    return one.incident().removed() > 0
        && one.incident().over().isPresent()
        && one.told() == Told.NOTHING;
  }

  /** What was confirmed in the future was so under a clock that has been set back since. */
  private boolean gathered(Incident incident) {
    Instant now = clock.instant();
    return incident.over().isPresent()
        || incident.lastConfirmed().isAfter(now)
        || !now.isBefore(incident.lastConfirmed().plus(settings.gather()))
        || !now.isBefore(incident.began().plus(settings.gatherAtMost()));
  }

  private boolean told(Untold one) {
    Incident incident = one.incident();
    boolean over = incident.over().isPresent();
    Told before = one.told();
    boolean repetition = before == (over ? Told.CLOSING : Told.OPENING);
    incidents.tell(incident.id(), sink.name(), over ? Told.CLOSING : Told.OPENING);
    return switch (sink.send(compose.of(incident, repetition))) {
      case Delivery.Sent sent -> {
        incidents.tell(incident.id(), sink.name(), over ? Told.CLOSED : Told.OPENED);
        backOff.succeeded();
        yield true;
      }
      case Delivery.Failed(String why) -> {
        // An earlier attempt whose fate is unclear stays unclear, whatever became of this one.
        incidents.tell(incident.id(), sink.name(), before);
        yield failed(incident, why);
      }
      case Delivery.Unclear(String why) -> failed(incident, why);
    };
  }

  private boolean failed(Incident incident, String why) {
    LOG.warnf(
        "sink %s did not take the message about incident %d: %s; trying again in %s",
        sink.name(), incident.id(), why, backOff.failed(clock.instant()));
    return false;
  }
}
