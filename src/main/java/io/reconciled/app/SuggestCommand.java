package io.reconciled.app;

import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.Stores;
import io.reconciled.suggest.SuggestRules;
import io.reconciled.suggest.Suggestion;
import io.reconciled.suggest.TakeSamples;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Drafts rules files for what the stores seem to share. Needs connectors, and no rules. */
@Command(
    name = "suggest",
    description = {
      "Looks at the schemas of all stores and at samples of 1,000 rows, and drafts a rules file for"
          + " each entity that several of them seem to hold a part of.",
      "It claims nothing: a person corrects the draft. Reads only."
    },
    mixinStandardHelpOptions = true)
final class SuggestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "writes ENTITY.yaml for each entity found; replaces no file")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter print = spec.commandLine().getOut();
    Optional<Configuration> loaded = new LoadChecked(folders.settings(), print).connectors();
    if (loaded.isEmpty()) {
      return ExitCode.WRONG_USE;
    }
    TakeSamples samples = new TakeSamples();
    boolean allAnswered = take(samples, loaded.get().connectors());
    try (Stores stores = ConnectStores.open(loaded.get().connectors())) {
      Suggestion suggestion = new SuggestRules(stores).suggest(samples.sampled());
      boolean written = new WriteDrafts(print).write(suggestion.drafts(), Optional.ofNullable(out));
      samples.remarks().forEach(remark -> print.println("# " + remark));
      suggestion.remarks().forEach(remark -> print.println("# " + remark));
      print.flush();
      if (!written) {
        return ExitCode.WRONG_USE;
      }
    }
    return allAnswered ? ExitCode.CONSISTENT : ExitCode.UNVERIFIED;
  }

  private static boolean take(TakeSamples samples, List<Connector> connectors) {
    boolean allAnswered = true;
    for (Connector connector : connectors) {
      try (DescribeStore describe =
          Kinds.named(connector.kind()).describe(ConnectStores.settings(connector))) {
        allAnswered &= samples.from(connector.store(), connector.containerWord(), describe);
      }
    }
    return allAnswered;
  }
}
