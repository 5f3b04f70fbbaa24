package io.reconciled.demo;

import io.reconciled.demo.daemon.DaemonProcess;
import io.reconciled.demo.services.Stop;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Kills the daemon with {@code SIGKILL} and starts it again on the same state, at a random moment
 * in each of as many equal parts of the run: even while it starts or sweeps.
 */
final class Kills implements Runnable {

  private final DaemonProcess daemon;
  private final int times;
  private final Duration run;
  private final RandomGenerator random;
  private final Screen screen;
  private final Stop stop;

  Kills(
      DaemonProcess daemon,
      int times,
      Duration run,
      RandomGenerator random,
      Screen screen,
      Stop stop) {
    this.daemon = daemon;
    this.times = times;
    this.run = run;
    this.random = random;
    this.screen = screen;
    this.stop = stop;
  }

  @Override
  public void run() {
    long part = run.toMillis() / times;
    for (int i = 1; i <= times; i++) {
      long before = random.nextLong(part);
      if (stop.within(Duration.ofMillis(before))) {
        return;
      }
      daemon.kill();
      screen.line("kill -9 of the daemon, %d of %d; it starts again".formatted(i, times));
      daemon.start();
      if (stop.within(Duration.ofMillis(part - before))) {
        return;
      }
    }
  }
}
