package io.reconciled.app;

import io.reconciled.model.Secret;
import io.reconciled.servers.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Another process that has the lease of a state database until it is destroyed. */
final class OtherLease {
  private OtherLease() {}

  /** Returns when the other process has it. */
  static Process of(Database database) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherLease.class.getName(),
                database.jdbcUrl(),
                database.user(),
                database.password())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() < 0) {
      throw new IllegalStateException("the other process did not get the lease");
    }
    return process;
  }

  public static void main(String[] args) throws InterruptedException {
    StateLease lease =
        StateLease.take(new StateUrl(args[0]), args[1], new Secret(args[2]), Duration.ZERO);
    System.out.println(lease.renew().isEmpty());
    System.out.flush();
    new CountDownLatch(1).await();
  }
}
