package io.reconciled.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** Ends processes, and knows when they have ended. */
final class Processes {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(10);

  private Processes() {}

  /** The process and those it started, as they are now. */
  static List<ProcessHandle> tree(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  /**
   * Sends the first process of each tree one signal after the other until the tree is gone, five
   * seconds apart, and kills what is left then.
   *
   * @param signals names without {@code SIG}
   */
  static void end(Collection<ProcessHandle> roots, String... signals) {
    List<ProcessHandle> all = roots.stream().flatMap(root -> tree(root).stream()).toList();
    for (String signal : signals) {
      roots.stream().filter(root -> !gone(root)).forEach(root -> send(signal, root));
      if (allGone(all)) {
        return;
      }
    }
    kill(all);
  }

  /** Kills them all and returns when they are gone. */
  static void kill(Collection<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    if (!allGone(processes)) {
      throw new IllegalStateException("Killed, but not gone after " + PATIENCE + ": " + processes);
    }
  }

  /**
   * Whether it does nothing any more. A zombie is gone: its files and ports are free, and only a
   * slow parent keeps it in the list.
   */
  static boolean gone(ProcessHandle process) {
    if (!process.isAlive()) {
      return true;
    }
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException unreadable) {
      return !process.isAlive();
    }
  }

  /** Waits on its own account: another thread's failure must not keep servers from being ended. */
  private static boolean allGone(Collection<ProcessHandle> processes) {
    try {
      await()
          .dontCatchUncaughtExceptions()
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL)
          .until(() -> processes.stream().allMatch(Processes::gone));
      return true;
    } catch (ConditionTimeoutException late) {
      return false;
    }
  }

  /** Java itself sends only SIGTERM and SIGKILL; the shell's own kill needs no package. */
  static void send(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("No shell to send SIG" + signal + " with", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
