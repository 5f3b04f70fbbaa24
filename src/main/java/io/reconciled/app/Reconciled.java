package io.reconciled.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Without a command, it runs as the daemon. */
@Command(
    name = "reconciled",
    description = "Finds where services' databases disagree about the same key, and says so.",
    mixinStandardHelpOptions = true,
    version = "reconciled 0.1.0",
    exitCodeOnInvalidInput = ExitCode.WRONG_USE,
    exitCodeOnExecutionException = ExitCode.BROKEN,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all verified and consistent",
      "1:confirmed discrepancies",
      "2:none confirmed, but something could not be verified",
      "64:wrong use or configuration",
      "70:broken"
    })
final class Reconciled implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return spec.commandLine().execute("run");
  }
}
