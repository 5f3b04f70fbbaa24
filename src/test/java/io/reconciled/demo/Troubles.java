package io.reconciled.demo;

import io.reconciled.demo.services.Stop;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What is done to the daemon and to the databases on the way, beside the traffic. */
final class Troubles {

  private final Stop stop;
  private final List<Thread> threads = new ArrayList<>();
  private Optional<OutageDrill> drill = Optional.empty();
  private Optional<Thread> kills = Optional.empty();
  private Optional<Soak> soak = Optional.empty();

  private Troubles(Stop stop) {
    this.stop = stop;
  }

  static Troubles begin(Settings settings, Stage stage, Screen screen, Stop stop) {
    Troubles troubles = new Troubles(stop);
    if (settings.kills() > 0) {
      Random random = new Random(settings.seed());
      Kills kills = new Kills(stage, settings.kills(), random, screen, stop);
      troubles.kills = Optional.of(troubles.run("kill-daemon", kills));
    }
    if (settings.outage().isPresent()) {
      OutageDrill drill =
          new OutageDrill(settings.outage().get(), settings.run(), stage, screen, stop);
      troubles.drill = Optional.of(drill);
      troubles.run("outage", drill);
    }
    if (settings.soak().isPresent()) {
      TakeSample take = new TakeSample(stage, InstantSource.system());
      Soak soak = new Soak(take, settings.soak().get(), screen, stop);
      troubles.soak = Optional.of(soak);
      troubles.run("soak", soak);
    }
    return troubles;
  }

  private Thread run(String name, Runnable trouble) {
    Thread thread = Thread.ofPlatform().name(name).daemon().start(trouble);
    threads.add(thread);
    return thread;
  }

  /** Whether kills are still to come, for which the run is made longer. */
  boolean toCome() {
    return kills.map(Thread::isAlive).orElse(false);
  }

  /** Ends them, with everything running again; true if the daemon took them as it should. */
  boolean end() {
    stop.ask();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return Stream.of(drill.map(OutageDrill::passed), soak.map(Soak::passed))
        .flatMap(Optional::stream)
        .reduce(true, Boolean::logicalAnd);
  }
}
