package io.reconciled.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.demo.Landscape;
import io.reconciled.demo.daemon.Channel;
import io.reconciled.demo.daemon.DaemonProcess;
import io.reconciled.demo.daemon.DaemonReport;
import io.reconciled.demo.daemon.DaemonSettings;
import io.reconciled.demo.score.Score;
import io.reconciled.demo.score.Truth;
import io.reconciled.demo.services.Losses;
import io.reconciled.demo.services.Services;
import io.reconciled.demo.services.Traffic;
import io.reconciled.servers.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The file of the packaged daemon's own database is damaged, or finds no more room. */
class StateFileIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int BROKEN = 70;
  private static final int KEYS = 2_000;
  private static final int RATE = 20;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private final Random random = new Random(7);
  private final Truth truth = new Truth();
  private final Score score = new Score(truth);
  private Services services;
  private Channel channel;
  private DaemonProcess daemon;
  private DaemonReport report;

  @BeforeEach
  void prepare() {
    Landscape landscape = Landscape.make();
    services = new Services(landscape.databases(), random, InstantSource.system());
    services.fill(KEYS);
    channel = new Channel(message -> {}, message -> {});
    DaemonSettings settings =
        new DaemonSettings(
            landscape.forDaemon(),
            Optional.empty(),
            folder,
            Ports.free(),
            Ports.free(),
            channel.webhooks(),
            Optional.empty());
    daemon = new DaemonProcess(settings);
    report = new DaemonReport(settings);
  }

  @AfterEach
  void end() {
    daemon.close();
    services.close();
    channel.close();
  }

  @Test
  void aDamagedFileIsRefusedWithWhatToDo() throws IOException {
    byte[] damaged = new byte[100_000];
    random.nextBytes(damaged);
    Files.write(file(), damaged);

    daemon.start();

    assertThat(daemon.exitCode()).isEqualTo(BROKEN);
    assertThat(daemon.endOfLog()).contains("is damaged", "backup", "move its files away");
    assertThat(file()).hasBinaryContent(damaged);
  }

  @Test
  void aFullDiskPausesItUntilThereIsRoom() throws IOException, InterruptedException {
    daemon.start();
    await().atMost(PATIENCE).until(report::ready);
    services.start(
        new Traffic(
            RATE, Losses.every(Duration.ofSeconds(1), random), truth::expect, c -> {}, random));
    await().atMost(PATIENCE).until(() -> someWereFound(1));

    limitFilesTo(Long.toString(Files.size(file())));
    await().atMost(PATIENCE).until(() -> !report.ready());
    long lostUntilThen = truth.size();
    await().atMost(PATIENCE).until(() -> truth.size() > lostUntilThen + 2);
    assertThat(daemon.running()).isTrue();
    limitFilesTo("unlimited");

    await().atMost(PATIENCE).until(report::ready);
    services.stopChanges();
    assertThat(services.awaitCarried(PATIENCE)).isTrue();
    await().atMost(PATIENCE).until(() -> someWereFound(truth.size()));
    assertThat(score.perfect()).as(score.toString()).isTrue();
  }

  private boolean someWereFound(long count) {
    report.confirmedEver().ifPresent(score::take);
    return truth.size() - score.missed().size() >= count;
  }

  /** As a disk without room does, to the daemon's process alone. */
  private void limitFilesTo(String bytes) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(
                "prlimit", "--pid", Long.toString(daemon.pid()), "--fsize=" + bytes + ":")
            .inheritIO()
            .start()
            .waitFor();
    assertThat(exit).isZero();
  }

  private Path file() {
    return folder.resolve("state.mv.db");
  }
}
