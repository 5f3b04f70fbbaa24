package io.reconciled.app;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** Another process that has a state database open until it is destroyed. */
final class OtherHolder {
  private OtherHolder() {}

  /** Returns when the other process has it open. */
  static Process of(String jdbcUrl) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherHolder.class.getName(),
                jdbcUrl)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    InputStream told = process.getInputStream();
    if (told.read() < 0) {
      throw new IllegalStateException("the other process did not open " + jdbcUrl);
    }
    return process;
  }

  public static void main(String[] args) throws SQLException, InterruptedException {
    try (Connection held = DriverManager.getConnection(args[0], "reconciled", "")) {
      System.out.println(held.isValid(1));
      System.out.flush();
      new CountDownLatch(1).await();
    }
  }
}
