package io.reconciled.app;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The one program: {@code reconciled run | validate | sweep | report | explain ENTITY KEY |
 * explain-sweep ENTITY | suggest | try FILE | forget STORE}.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Reconciled())
        .addSubcommand(new RunCommand())
        .addSubcommand(new ValidateCommand())
        .addSubcommand(new SweepCommand())
        .addSubcommand(new ReportCommand())
        .addSubcommand(new ExplainCommand())
        .addSubcommand(new ExplainSweepCommand())
        .addSubcommand(new SuggestCommand())
        .addSubcommand(new TryCommand())
        .addSubcommand(new ForgetCommand())
        .setExitCodeExceptionMapper(
            failure -> failure instanceof ParameterException ? ExitCode.WRONG_USE : ExitCode.BROKEN)
        .setExecutionExceptionHandler(new TellFailure());
  }
}
