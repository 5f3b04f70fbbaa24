package io.reconciled.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged daemon beside the model of services, on three real databases, from outside. */
class DemoIT {
  private static final int MINUTES = 6;

  @TempDir private Path folder;

  @Test
  void findsWhatIsLostAndNothingElse() throws Exception {
    assertThat(play("SECONDS=25")).endsWith("exit code 0");
  }

  @Test
  void raisesNothingWhereNothingIsLost() throws Exception {
    assertThat(play("SECONDS=25", "LOSS=off", "SEEDS=0")).endsWith("exit code 0");
  }

  @Test
  void losesNothingWhenTheDaemonIsKilled() throws Exception {
    assertThat(play("SECONDS=30", "KILLS=5", "RATE=200")).endsWith("exit code 0");
  }

  @Test
  void keepsItsStateInPostgresAsWell() throws Exception {
    assertThat(play("SECONDS=45", "KILLS=1", "STATE=postgresql")).endsWith("exit code 0");
  }

  @Test
  void tellsAnOutageFromAbsence() throws Exception {
    assertThat(play("SECONDS=60", "OUTAGE=billing:20")).endsWith("exit code 0");
  }

  /** What it printed, and its exit code on the last line. */
  private String play(String... settings) throws IOException, InterruptedException {
    Path printed = folder.resolve("printed.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Demo.class.getName()));
    command.addAll(List.of(settings));
    Process demo =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      boolean ended = demo.waitFor(MINUTES, TimeUnit.MINUTES);
      String end = ended ? "exit code " + demo.exitValue() : "no end in " + MINUTES + " minutes";
      return Files.readString(printed) + end;
    } finally {
      demo.destroy();
    }
  }
}
