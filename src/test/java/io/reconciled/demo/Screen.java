package io.reconciled.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * What the person before the screen sees: lines, and on a terminal a running score below them.
 * Elsewhere the score is a line now and then.
 */
final class Screen {

  private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;
  private final Instant start;
  private Instant nextScore;
  private String score = "";
  private boolean closed;

  Screen(PrintStream out, boolean terminal, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.instant();
    this.nextScore = start;
  }

  /** Whether standard output is a terminal; asked of the shell, for Java 21 cannot tell. */
  static boolean onTerminal() {
    try {
      return new ProcessBuilder("sh", "-c", "test -t 1").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A line, behind the time since the start. */
  synchronized void line(String text) {
    print("%s  %s".formatted(sinceStart(), text));
  }

  /** A line of a chat message each, as the channel would show it. */
  synchronized void chat(String message) {
    message.lines().forEach(text -> print("         │ " + text));
  }

  synchronized void score(String text) {
    score = text;
    if (closed) {
      return;
    }
    if (terminal) {
      out.print(CLEAR_LINE + text);
      out.flush();
    } else if (!clock.instant().isBefore(nextScore)) {
      nextScore = clock.instant().plus(NOW_AND_THEN);
      line(text);
    }
  }

  /** The last line; nothing is shown after it. */
  synchronized void last(String text) {
    score = "";
    print(text);
    closed = true;
  }

  /** Whether the last line is still to come. */
  synchronized boolean isOpen() {
    return !closed;
  }

  private void print(String text) {
    if (closed) {
      return;
    }
    if (terminal) {
      out.println(CLEAR_LINE + text);
      out.print(score);
      out.flush();
    } else {
      out.println(text);
    }
  }

  private String sinceStart() {
    double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%5.1f s", seconds);
  }
}
