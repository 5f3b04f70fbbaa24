package io.reconciled.app;

import io.reconciled.app.LoadChecked.Checked;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with the configuration, and changes nothing anywhere. */
@Command(
    name = "validate",
    description = "Checks all files against each other and against the live stores.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Checked checked = new LoadChecked(folders.settings(), out).check();
    if (checked.sound().isEmpty()) {
      return ExitCode.WRONG_USE;
    }
    out.println(
        checked.unreachable()
            ? "sound as far as could be seen: not every store could be reached"
            : "sound");
    out.flush();
    return checked.unreachable() ? ExitCode.UNVERIFIED : ExitCode.CONSISTENT;
  }
}
