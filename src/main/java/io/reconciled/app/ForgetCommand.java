package io.reconciled.app;

import io.reconciled.model.StoreName;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes what the daemon has made for one store; shows it first, and asks. */
@Command(
    name = "forget",
    description = {
      "Removes what the daemon has made for one store: in the store, and in the state database.",
      "Shows it first, and asks; where nobody can be asked, it shows it and removes nothing.",
      "To be run while no daemon follows the store, before or after its connector is deleted."
    },
    mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
  private final Function<String, Optional<String>> environment;
  private final Function<String, Optional<String>> ask;
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Parameters(index = "0", paramLabel = "STORE", description = "the store's name")
  private String store = "";

  @Option(
      names = {"-y", "--yes"},
      description = "removes it without asking")
  private boolean yes;

  ForgetCommand() {
    this(Settings::environment, ForgetCommand::atTerminal);
  }

  /**
   * @param environment the value of a name, if it has one
   * @param ask puts a question; empty where there is nobody to answer
   */
  ForgetCommand(
      Function<String, Optional<String>> environment, Function<String, Optional<String>> ask) {
    this.environment = environment;
    this.ask = ask;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = folders.settings(environment);
    Optional<KnownStore> known = KnownStore.find(new StoreName(store), settings, out);
    if (known.isEmpty()) {
      return ExitCode.WRONG_USE;
    }
    try (ForgetState state = ForgetState.open(settings)) {
      return forget(new ForgetStore(known.get(), state, out));
    } finally {
      out.flush();
    }
  }

  private int forget(ForgetStore forget) {
    return switch (forget.show()) {
      case UNKNOWN, IN_USE -> ExitCode.WRONG_USE;
      case NOTHING -> ExitCode.CONSISTENT;
      case SOMETHING -> agreed() && forget.remove() ? ExitCode.CONSISTENT : ExitCode.UNVERIFIED;
    };
  }

  private boolean agreed() {
    if (yes) {
      return true;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.flush();
    boolean agreed =
        ask.apply("Remove all of it? [y/N] ")
            .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
            .filter(answer -> answer.equals("y") || answer.equals("yes"))
            .isPresent();
    if (!agreed) {
      out.println("Nothing was removed; --yes removes it without asking.");
    }
    return agreed;
  }

  private static Optional<String> atTerminal(String question) {
    return Optional.ofNullable(System.console())
        .flatMap(console -> Optional.ofNullable(console.readLine("%s", question)));
  }
}
