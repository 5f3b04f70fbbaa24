package io.reconciled.app;

import io.quarkus.runtime.Quarkus;
import io.reconciled.model.ReconciledException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs until it is told to end. Refuses bad configuration before anything is started. */
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
    Thread.setDefaultUncaughtExceptionHandler(new EndOnError());
    AtomicInteger end = new AtomicInteger(ExitCode.CONSISTENT);
    Quarkus.run(
        null,
        (code, failure) -> {
          end.set(code == ExitCode.CONSISTENT ? code : ExitCode.BROKEN);
          tell(failure);
        });
    return end.get();
  }

  /** In its own words and last, behind what the log has of it. */
  private void tell(@Nullable Throwable failure) {
    Stream.<@Nullable Throwable>iterate(failure, t -> t != null, t -> t.getCause())
        .filter(ReconciledException.class::isInstance)
        .findFirst()
        .ifPresent(foreseen -> spec.commandLine().getErr().println(foreseen.getMessage()));
  }
}
