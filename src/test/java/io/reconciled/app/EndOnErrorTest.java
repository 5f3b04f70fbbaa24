package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EndOnErrorTest {
  @Test
  void aThreadThatEndsByAnErrorEndsTheProcess() throws IOException, InterruptedException {
    assertThat(exitCodeAfter("error")).isEqualTo(ExitCode.BROKEN);
  }

  @Test
  void aThreadThatEndsByAnExceptionDoesNot() throws IOException, InterruptedException {
    assertThat(exitCodeAfter("exception")).isZero();
  }

  private static int exitCodeAfter(String failure) throws IOException, InterruptedException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Breaks.class.getName(),
            failure)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** A program one of whose threads breaks while the others go on. */
  static final class Breaks {
    private Breaks() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.setDefaultUncaughtExceptionHandler(new EndOnError());
      Thread.ofPlatform()
          .start(() -> {
            if (arguments[0].equals("error")) {
              throw new OutOfMemoryError("made for a test");
            }
            throw new IllegalStateException("made for a test");
          })
          .join();
    }
  }
}
