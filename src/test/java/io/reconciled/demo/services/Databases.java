package io.reconciled.demo.services;

import io.reconciled.servers.Database;
import java.util.List;
import java.util.stream.Stream;

/** The services' own databases: crm leads, the others follow. */
public record Databases(ServiceDatabase crm, ServiceDatabase billing, ServiceDatabase profiles)
    implements AutoCloseable {

  public static Databases open(Database crm, Database billing, Database profiles) {
    return new Databases(
        new SqlDatabase("crm", crm, SqlTable.CRM),
        new SqlDatabase("billing", billing, SqlTable.BILLING),
        new ProfilesDatabase(profiles));
  }

  List<ServiceDatabase> followers() {
    return List.of(billing, profiles);
  }

  public List<ServiceDatabase> all() {
    return Stream.concat(Stream.of(crm), followers().stream()).toList();
  }

  @Override
  public void close() {
    all().forEach(ServiceDatabase::close);
  }
}
