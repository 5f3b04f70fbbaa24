package io.reconciled.capture;

import io.reconciled.servers.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.replication.PGReplicationStream;

/** Somebody else who reads a slot. */
record OtherReader(Connection connection, PGReplicationStream stream) implements AutoCloseable {
  static final String NAME = "another daemon";

  static OtherReader of(Database admin, FollowedStore store, String slot) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", admin.user());
    properties.put("password", admin.password());
    properties.put("replication", "database");
    properties.put("preferQueryMode", "simple");
    properties.put("assumeMinServerVersion", "10");
    properties.put("ApplicationName", NAME);
    Connection connection =
        DriverManager.getConnection("jdbc:" + store.settings().url(), properties);
    PGReplicationStream stream =
        connection
            .unwrap(PGConnection.class)
            .getReplicationAPI()
            .replicationStream()
            .logical()
            .withSlotName(slot)
            .withSlotOption("proto_version", 1)
            .withSlotOption("publication_names", slot)
            .start();
    return new OtherReader(connection, stream);
  }

  boolean reads() {
    return !stream.isClosed();
  }

  @Override
  public void close() throws SQLException {
    stream.close();
    connection.close();
  }
}
