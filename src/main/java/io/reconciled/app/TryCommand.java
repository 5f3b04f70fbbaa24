package io.reconciled.app;

import io.reconciled.app.LoadChecked.Checked;
import io.reconciled.discrepancy.Masking;
import io.reconciled.recheck.ReadImages;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.Stores;
import io.reconciled.trial.SampleKeys;
import io.reconciled.trial.SampleKeys.Drawn;
import io.reconciled.trial.Trial;
import io.reconciled.trial.TrialAsText;
import io.reconciled.trial.TryRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What one rules file would find now, on a sample of keys. Touches nothing that runs. */
@Command(
    name = "try",
    description = {
      "Draws keys at random, compares them by one rules file, looks again after the grace window at"
          + " those that disagree, and counts by rule.",
      "Reads only, and leaves a running daemon and its state alone."
    },
    mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Parameters(index = "0", paramLabel = "FILE", description = "a rules file")
  private Path file = Path.of("");

  @Option(
      names = "--sample",
      paramLabel = "KEYS",
      description = "how many keys to compare at most (default: ${DEFAULT-VALUE})")
  private int sample = 10_000;

  @Option(
      names = "--no-wait",
      description = "does not look again: what is on its way counts as a disagreement")
  private boolean noWait;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Checked checked = new LoadChecked(folders.settings(), out).check(file);
    if (sample < 1) {
      out.println("--sample must be at least 1");
    }
    if (checked.sound().isEmpty() || sample < 1) {
      return ExitCode.WRONG_USE;
    }
    if (checked.sound().get().entities().isEmpty()) {
      out.println(file + " names no entity: name a rules file that does");
      return ExitCode.WRONG_USE;
    }
    return run(out, checked.sound().get());
  }

  private int run(PrintWriter out, Configuration configuration) {
    try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
        Stores stores = ConnectStores.open(configuration)) {
      StoreHealth health = new StoreHealth(Duration.ofSeconds(1));
      InstantSource clock = new SteadyClock();
      ReadImages read = new ReadImages(stores, health, clock, tasks);
      TryRules tryRules =
          new TryRules(
              read, ConnectStores.lookups(stores, configuration, health, clock), TryCommand::pass);
      Entity entity = configuration.entities().getFirst();
      Drawn drawn = new SampleKeys(stores, RandomGenerator.getDefault()).draw(entity, sample);
      print(out, entity, drawn);
      Trial trial = tryRules.run(entity, drawn.keys(), !noWait);
      out.print(new TrialAsText(masking()::text).of(trial));
      out.flush();
      return exitCode(trial, drawn);
    }
  }

  private void print(PrintWriter out, Entity entity, Drawn drawn) {
    out.printf(
        Locale.ROOT,
        "%s: %,d keys drawn from %s%n",
        entity.name(),
        drawn.keys().size(),
        inWords(drawn));
    drawn.unread().forEach((dataset, why) -> out.printf("%s: %s%n", dataset, why.detail()));
    out.println(
        noWait
            ? "Not looked at again: what is on its way counts as a disagreement."
            : "What disagrees is looked at again after " + entity.grace().toMillis() + " ms.");
    entity.rules().stream()
        .filter(rule -> rule.check() instanceof Check.Absent)
        .forEach(rule ->
            out.println(rule.name() + ": counts what is still within its time as a disagreement."));
    out.flush();
  }

  private static String inWords(Drawn drawn) {
    List<String> each =
        drawn.keysOf().entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%s (%,d)", entry.getKey(), entry.getValue()))
            .toList();
    return String.join(", ", each);
  }

  private Masking masking() {
    return folders.settings().showValues() ? Masking.SHOW : Masking.MASK;
  }

  private static void pass(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  private static int exitCode(Trial trial, Drawn drawn) {
    if (trial.anyDisagrees()) {
      return ExitCode.INCONSISTENT;
    }
    return trial.anyUnverified() || !drawn.unread().isEmpty()
        ? ExitCode.UNVERIFIED
        : ExitCode.CONSISTENT;
  }
}
