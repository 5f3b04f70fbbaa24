package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "explain",
        "explain subscriber",
        "try",
        "forget",
        "validate --speed"
      })
  void wrongUseIsToldApartFromWhatBreaks(String arguments) {
    assertThat(run(arguments)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString()).isNotEmpty();
  }

  @Test
  void filesThatAreNotThereAreWrongUse() {
    assertThat(run("validate --connectors=/nowhere --rules=/nowhere"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(out.toString()).contains("/nowhere:1:1: error: there is no such directory");
  }

  @Test
  void aReportWithoutADaemonSaysHowToStartOne() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      assertThat(run("report --url=http://localhost:" + port)).isEqualTo(ExitCode.BROKEN);
    }
    assertThat(err.toString())
        .contains("no daemon answers at http://localhost:", "reconciled run")
        .doesNotContain("null");
  }

  @Test
  void helpNamesEveryCommandAndExitCode() {
    assertThat(run("--help")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(out.toString())
        .contains(
            "run ", "validate ", "sweep ", "report ", "explain ", "suggest ", "try ", "forget ")
        .contains("0 ", "1 ", "2 ", "64 ", "70 ");
  }

  private int run(String arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments.split(" "));
  }
}
