package io.reconciled.app;

import io.reconciled.report.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the report of a running daemon. */
@Command(
    name = "report",
    description = "Prints the report of a running daemon.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int OK = 200;

  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "where the daemon is (default: ${DEFAULT-VALUE})")
  private URI url = URI.create("http://localhost:8080");

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(url.resolve("/api/v1/report"))
                  .timeout(TIMEOUT)
                  .header("Accept", "text/plain")
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        err.printf("%s answered with status %d%n", url, answer.statusCode());
        return ExitCode.BROKEN;
      }
      PrintWriter out = spec.commandLine().getOut();
      out.print(answer.body());
      out.flush();
      return exitCode(answer);
    } catch (IOException unreachable) {
      err.printf(
          "no daemon answers at %s (%s); start one with `reconciled run`, or name it by --url%n",
          url, Optional.ofNullable(unreachable.getMessage()).orElse("no connection"));
      return ExitCode.BROKEN;
    }
  }

  private static int exitCode(HttpResponse<String> answer) {
    Optional<String> word = answer.headers().firstValue(Outcome.HEADER);
    return Stream.of(Outcome.values())
        .filter(outcome -> Optional.of(outcome.word()).equals(word))
        .findFirst()
        .map(Outcome::exitCode)
        .orElse(ExitCode.BROKEN);
  }
}
