package io.reconciled.app;

import io.reconciled.app.LoadChecked.Checked;
import io.reconciled.model.Secret;
import io.reconciled.report.Outcome;
import io.reconciled.report.Report;
import io.reconciled.report.ReportAsText;
import io.reconciled.report.RuleReport;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One sweep of every entity, from start to verdict, without a daemon and without following logs.
 */
@Command(
    name = "sweep",
    description = {
      "Reads all keys of all entities once, looks again at what differs after its grace window, and"
          + " prints the report.",
      "Follows no log and leaves nothing behind in any store."
    },
    mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Option(
      names = {"-q", "--quiet"},
      description = "Shows no progress.")
  private boolean quiet;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Checked checked = new LoadChecked(folders.settings(), out).check();
    if (checked.sound().isEmpty()) {
      return ExitCode.WRONG_USE;
    }
    try (StateDatabase state = StateDatabase.open(inMemory(), "sa", Secret.NONE);
        SweepOnce sweep =
            new SweepOnce(checked.sound().get(), state, folders.settings().partitions())) {
      Report report = run(sweep);
      out.print(ReportAsText.of(report));
      out.flush();
      return exitCode(report, out);
    }
  }

  private Report run(SweepOnce sweep) {
    PrintWriter shown = quiet ? new PrintWriter(Writer.nullWriter()) : spec.commandLine().getErr();
    boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
    ShowProgress progress = ShowProgress.start(sweep::running, shown, terminal);
    try (progress) {
      return sweep.run();
    }
  }

  /** A database of this sweep's own: what another has found is no part of its report. */
  private static StateUrl inMemory() {
    return new StateUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** In a daemon a suspicion goes on; here nobody looks again, so it must not pass for verified. */
  private static int exitCode(Report report, PrintWriter out) {
    long unsettled = report.decidingRules().mapToLong(RuleReport::suspected).sum();
    if (report.verdict() != Outcome.CONSISTENT || unsettled == 0) {
      return report.verdict().exitCode();
    }
    out.printf(
        "%d disagreements kept changing and could not be settled: sweep again, or run the daemon%n",
        unsettled);
    out.flush();
    return ExitCode.UNVERIFIED;
  }
}
