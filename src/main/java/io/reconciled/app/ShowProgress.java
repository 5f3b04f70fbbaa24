package io.reconciled.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows a command's progress while it runs: one line that is written over and over on a terminal, a
 * line now and then elsewhere.
 */
final class ShowProgress implements AutoCloseable {
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);
  private static final int ROUNDS_PER_LINE = 20;
  private static final String OVER_AGAIN = "\r\u001b[K";
  private final Supplier<Optional<ProgressLine.Running>> running;
  private final PrintWriter out;
  private final boolean terminal;
  private int rounds;
  private Optional<Loop> loop = Optional.empty();

  ShowProgress(
      Supplier<Optional<ProgressLine.Running>> running, PrintWriter out, boolean terminal) {
    this.running = running;
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * @param running what runs at a moment
   */
  static ShowProgress start(
      Supplier<Optional<ProgressLine.Running>> running, PrintWriter out, boolean terminal) {
    ShowProgress show = new ShowProgress(running, out, terminal);
    show.loop = Optional.of(Loop.start("progress", show::round, BETWEEN_ROUNDS));
    return show;
  }

  /** Asks each time, so that estimates are there when something is shown. */
  int round() {
    Optional<ProgressLine.Running> now = running.get();
    if (rounds > 0 && (terminal || rounds % ROUNDS_PER_LINE == 0)) {
      now.map(ProgressLine::of).ifPresent(this::show);
    }
    rounds++;
    return 0;
  }

  private void show(String line) {
    if (terminal) {
      out.print(OVER_AGAIN + line);
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** Nothing is shown any more when it returns, and the terminal's line is free. */
  @Override
  public void close() {
    loop.ifPresent(Loop::close);
    if (terminal) {
      out.print(OVER_AGAIN);
      out.flush();
    }
  }
}
