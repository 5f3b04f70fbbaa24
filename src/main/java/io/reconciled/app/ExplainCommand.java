package io.reconciled.app;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.EntityName;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.recheck.LookAtKey;
import io.reconciled.recheck.LookAtKey.Glance;
import io.reconciled.recheck.ReadImages;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.Stores;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at one key in all its stores and says what each rule makes of it. Needs no daemon. */
@Command(
    name = "explain",
    description = "Shows one key as it is now in all its stores, and what each rule says of it.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Parameters(index = "0", paramLabel = "ENTITY", description = "as in a rules file")
  private String entity = "";

  @Parameters(index = "1", paramLabel = "KEY", description = "a shared key")
  private String key = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Configuration> loaded = new LoadChecked(folders.settings(), out).load();
    if (loaded.isEmpty()) {
      return ExitCode.WRONG_USE;
    }
    Optional<Entity> found = loaded.get().entity(new EntityName(entity));
    if (found.isEmpty()) {
      out.printf(
          "no rules file names the entity %s; there are %s%n",
          entity, loaded.get().entities().stream().map(Entity::name).toList());
      return ExitCode.WRONG_USE;
    }
    Optional<SharedKey> parsed = found.get().keyShape().parse(key);
    if (parsed.isEmpty()) {
      out.printf(
          "%s is no key of %s: its keys are of type %s%n",
          key, entity, found.get().keyShape().written());
      return ExitCode.WRONG_USE;
    }
    return print(out, found.get(), look(loaded.get(), found.get(), parsed.get()));
  }

  private static Glance look(Configuration configuration, Entity entity, SharedKey key) {
    try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
        Stores stores = ConnectStores.open(configuration)) {
      StoreHealth health = new StoreHealth(Duration.ofSeconds(1));
      InstantSource clock = new SteadyClock();
      ReadImages read = new ReadImages(stores, health, clock, tasks);
      return new LookAtKey(read, ConnectStores.lookups(stores, configuration, health, clock))
          .glance(entity, key);
    }
  }

  private static int print(PrintWriter out, Entity entity, Glance glance) {
    Readings canonical = new CompareKey(entity).canonical(glance.readings());
    new ExplainImages(glance.readings(), canonical).lines().forEach(out::println);
    out.println();
    int worst = ExitCode.CONSISTENT;
    for (Rule rule : entity.rules()) {
      Verdict verdict = Objects.requireNonNull(glance.verdicts().get(rule.name()));
      new ExplainRule(rule, canonical).lines(verdict).forEach(out::println);
      worst = worse(worst, rule.shadow() ? ExitCode.CONSISTENT : exitCode(verdict));
    }
    out.flush();
    return worst;
  }

  private static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Consistent holds -> ExitCode.CONSISTENT;
      case Verdict.Inconsistent broken -> ExitCode.INCONSISTENT;
      case Verdict.Unverified unverified -> ExitCode.UNVERIFIED;
    };
  }

  /** A disagreement outweighs what could not be verified. */
  private static int worse(int left, int right) {
    return left == ExitCode.INCONSISTENT || right == ExitCode.INCONSISTENT
        ? ExitCode.INCONSISTENT
        : Math.max(left, right);
  }
}
