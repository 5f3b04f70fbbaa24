package io.reconciled.app;

import io.reconciled.capture.Captures;
import io.reconciled.capture.Engine;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.RulesOnRecord.InLine;
import io.reconciled.model.EntityRule;
import io.reconciled.recheck.LookListener;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.rules.WordMeaning;
import io.reconciled.sweep.guest.KeepPauses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Sets a configuration going over the state database, where the one before it left off. */
final class StartRules {
  private static final Logger LOG = Logger.getLogger(StartRules.class);
  private final Settings settings;
  private final DataSource state;
  private final Engine.Factory engines;
  private final LookListener listener;
  private final InstantSource clock;
  private final KeepPauses pauses;

  StartRules(
      Settings settings,
      DataSource state,
      Engine.Factory engines,
      LookListener listener,
      InstantSource clock,
      KeepPauses pauses) {
    this.settings = settings;
    this.state = state;
    this.engines = engines;
    this.listener = listener;
    this.clock = clock;
    this.pauses = pauses;
  }

  /**
   * To be called while no other configuration runs. Where it throws, nothing runs.
   *
   * @param read when the files of the configuration were read
   */
  Running start(Configuration configuration, Instant read) {
    OnRecord record = OnRecord.in(state, configuration, masking());
    InLine inLine = record.rules().bringIntoLine(meanings(configuration), clock.instant());
    if (inLine.closed() > 0) {
      LOG.infof("%d discrepancies are closed: their rules were removed", inLine.closed());
    }
    Parts parts =
        new Parts(
            configuration,
            record,
            ComposeCaptures.followed(configuration).stream().map(Connector::store).toList(),
            clock,
            pauses,
            true,
            settings.partitions());
    Captures captures = ComposeCaptures.from(parts, engines);
    Daemon daemon =
        new Daemon(
            parts,
            captures,
            ComposeAlerts.from(settings, configuration, record.incidents(), clock, parts.tasks()),
            inLine.since());
    boolean started = false;
    try {
      daemon.start(state, listener);
      started = true;
    } finally {
      if (!started) {
        daemon.end();
      }
    }
    return new Running(parts, captures, daemon, inLine.since(), read);
  }

  private Masking masking() {
    return settings.showValues() ? Masking.SHOW : Masking.MASK;
  }

  private static Map<EntityRule, String> meanings(Configuration configuration) {
    Map<EntityRule, String> meanings = new HashMap<>();
    for (Entity entity : configuration.entities()) {
      for (Rule rule : entity.rules()) {
        meanings.put(new EntityRule(entity.name(), rule.name()), WordMeaning.of(entity, rule));
      }
    }
    return meanings;
  }
}
