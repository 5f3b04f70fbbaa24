package io.reconciled.demo;

import io.reconciled.demo.daemon.Channel;
import io.reconciled.demo.daemon.DaemonProcess;
import io.reconciled.demo.daemon.DaemonReport;
import io.reconciled.demo.daemon.DaemonSettings;
import io.reconciled.demo.score.Messages;
import io.reconciled.demo.score.Truth;
import io.reconciled.demo.services.Services;
import io.reconciled.servers.Ports;
import io.reconciled.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

/** All that takes part, set up but not yet moving: the daemon and the services are not started. */
record Stage(
    Landscape landscape,
    Services services,
    DaemonSettings settings,
    DaemonProcess daemon,
    DaemonReport report,
    Messages messages) {

  static Stage set(Settings settings, Screen screen, Truth truth, Ending ending) {
    screen.line("Starting PostgreSQL (crm), MariaDB (billing) and MongoDB (profiles)");
    Landscape landscape = Landscape.make();
    Services services =
        new Services(landscape.databases(), new Random(settings.seed()), InstantSource.system());
    ending.then(services::close);
    services.fill(settings.keys());
    services.seed(settings.seeds()).forEach(truth::expect);
    screen.line(
        "%,d subscribers in each, %d of them with a difference (SEED=%d)"
            .formatted(settings.keys(), settings.seeds(), settings.seed()));
    Messages messages = new Messages();
    Channel channel = new Channel(screen::chat, messages::take);
    ending.then(channel::close);
    DaemonSettings forDaemon = forDaemon(settings, landscape, channel);
    DaemonProcess daemon = new DaemonProcess(forDaemon);
    ending.then(daemon::close);
    return new Stage(landscape, services, forDaemon, daemon, new DaemonReport(forDaemon), messages);
  }

  private static DaemonSettings forDaemon(Settings settings, Landscape landscape, Channel channel) {
    try {
      Path folder = Workspace.current().newFolder("daemon");
      return new DaemonSettings(
          landscape.forDaemon(),
          settings.stateInPostgres() ? Optional.of(landscape.stateDatabase()) : Optional.empty(),
          folder,
          settings.port().orElseGet(Ports::free),
          Ports.free(),
          channel.webhooks(),
          settings.kills() > 0 ? Optional.of(EditedRules.in(folder)) : Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("No folder for the daemon's state", e);
    }
  }
}
