package io.reconciled.app;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Runs until it is told to end. Refuses bad configuration, and a state database that is of no use,
 * before anything is started.
 */
@Command(
    name = "run",
    description = "Runs as the daemon (the default).",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Override
  public Integer call() {
    Settings settings = folders.settings();
    if (new LoadChecked(settings, spec.commandLine().getErr()).check().sound().isEmpty()) {
      return ExitCode.WRONG_USE;
    }
    // The application reads its settings from its own configuration, of which these are a part.
    System.setProperty(Settings.CONNECTORS, settings.connectors().toString());
    System.setProperty(Settings.RULES, settings.rules().toString());
    StateDatabase.open(
            new StateUrl(settings.stateUrl()), settings.stateUser(), settings.statePassword())
        .close();
    Thread.setDefaultUncaughtExceptionHandler(new EndOnError());
    AtomicInteger end = new AtomicInteger(ExitCode.CONSISTENT);
    Quarkus.run(null, (code, failure) -> end.set(code == 0 ? code : ExitCode.BROKEN));
    return end.get();
  }
}
