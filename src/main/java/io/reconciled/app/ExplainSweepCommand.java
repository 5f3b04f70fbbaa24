package io.reconciled.app;

import io.reconciled.model.EntityName;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.store.Stores;
import io.reconciled.sweep.digest.DigestPlan;
import io.reconciled.sweep.digest.PlanDigests;
import io.reconciled.sweep.partition.PartitionSettings;
import io.reconciled.sweep.partition.PlanSweep;
import io.reconciled.sweep.partition.SweepPlan;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how an entity would be swept, and why, from what its stores tell. Needs no daemon. */
@Command(
    name = "explain-sweep",
    description = {
      "Says how a sweep would bring together the rows of an entity's stores, why so, and about how"
          + " much there is to read.",
      "Reads a few rows of each dataset."
    },
    mixinStandardHelpOptions = true)
final class ExplainSweepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Parameters(index = "0", paramLabel = "ENTITY", description = "as in a rules file")
  private String entity = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = folders.settings();
    Optional<Configuration> loaded = new LoadChecked(settings, out).load();
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
    return print(out, loaded.get(), found.get(), settings.partitions());
  }

  private static int print(
      PrintWriter out, Configuration configuration, Entity entity, PartitionSettings settings) {
    try (Stores stores = ConnectStores.open(configuration)) {
      SweepPlan plan = new PlanSweep(stores, settings).of(entity.datasets());
      new SweepPlanAsText(plan, settings).lines().forEach(out::println);
      if (plan.strategy() == SweepPlan.Strategy.MERGE) {
        out.println();
        out.println(digests(configuration, entity, stores));
      }
      out.flush();
      return plan.datasets().stream().allMatch(dataset -> dataset.unread().isEmpty())
          ? ExitCode.CONSISTENT
          : ExitCode.UNVERIFIED;
    }
  }

  private static String digests(Configuration configuration, Entity entity, Stores stores) {
    DigestPlan digests = new PlanDigests(stores, ConnectStores.narrow(configuration)).of(entity);
    return digests
        .objection()
        .map(objection -> "No digests: " + objection + ".")
        .orElseGet(() ->
            "Digests: each range is digested in the stores, by its keys and "
                + digests.attributes()
                + "; only ranges that differ are streamed.");
  }
}
