package io.reconciled.bench;

import io.reconciled.servers.Database;
import java.util.List;
import java.util.Map;

/**
 * One subscriber table or collection in each store, loaded and seeded.
 *
 * @param keys subscribers before the differences were planted: the n-th for each n from 1 on
 * @param databases by store; the user may read
 * @param crm PostgreSQL, with a user who may write
 * @param billing MariaDB, with a user who may write
 * @param profiles MongoDB, where everybody may
 */
public record Tables(
    Shape shape,
    long keys,
    Map<String, Database> databases,
    Database crm,
    Database billing,
    Database profiles) {
  public static final String CRM = "crm";
  public static final String BILLING = "billing";
  public static final String PROFILES = "profiles";
  static final List<String> ALL = List.of(CRM, BILLING, PROFILES);

  static Tables in(BenchServers servers, Shape shape, long keys) {
    String prefix = shape.word();
    Database crm = servers.postgres().freshDatabase(prefix);
    Database billing = servers.mariaDb().freshDatabase(prefix);
    Database profiles = servers.mongo().freshDatabase(prefix);
    return new Tables(
        shape,
        keys,
        Map.of(CRM, crm, BILLING, billing, PROFILES, profiles),
        crm,
        servers.mariaDb().admin(billing),
        profiles);
  }
}
