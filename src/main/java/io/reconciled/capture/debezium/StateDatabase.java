package io.reconciled.capture.debezium;

import io.reconciled.model.Secret;

/**
 * Where positions are kept: the daemon's own database, H2 or PostgreSQL.
 *
 * @param user not blank, and neither is the password: the engine refuses to connect without them
 */
public record StateDatabase(String jdbcUrl, String user, Secret password) {
  public StateDatabase {
    if (user.isBlank() || password.reveal().isBlank()) {
      throw new IllegalArgumentException(
          "the state database needs a user and a password, also where it is an H2 file");
    }
  }
}
