package io.reconciled.capture.jooq;

import static io.reconciled.capture.jooq.generated.Tables.FOLLOWED_STORE;

import com.fasterxml.jackson.core.type.TypeReference;
import io.reconciled.capture.FollowedStores;
import io.reconciled.capture.jooq.generated.tables.records.FollowedStoreRecord;
import io.reconciled.model.StoreName;
import io.reconciled.state.jooq.Json;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.StateSql;
import io.reconciled.state.jooq.WriteRows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Followed stores in the state database's table {@code followed_store}. Safe for many threads. */
public final class JooqFollowedStores implements FollowedStores {
  private static final TypeReference<List<Identity>> IDENTITIES = new TypeReference<>() {};
  private final StateSql sql;

  /** One table or collection, as JSON has it. */
  private record Identity(List<String> container, String identity) {}

  public JooqFollowedStores(DataSource database) {
    this.sql = new StateSql(database);
  }

  @Override
  public Optional<Known> of(StoreName store) {
    return sql.read(query ->
        query
            .selectFrom(FOLLOWED_STORE)
            .where(FOLLOWED_STORE.STORE.eq(store.value()))
            .fetchOptional(row -> new Known(identities(row.getIdentities()), row.getSeenAt())));
  }

  @Override
  public void keep(StoreName store, Known known) {
    FollowedStoreRecord row =
        new FollowedStoreRecord()
            .setStore(store.value())
            .setIdentities(text(known.identities()))
            .setSeenAt(Micros.of(known.seen()));
    sql.write(transaction -> {
      WriteRows<FollowedStoreRecord> rows = new WriteRows<>(transaction, FOLLOWED_STORE);
      rows.delete(List.of(row));
      rows.insert(List.of(row));
    });
  }

  private static String text(Map<List<String>, String> identities) {
    return Json.write(
        identities.entrySet().stream()
            .map(entry -> new Identity(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(identity -> identity.container().toString()))
            .toList());
  }

  private static Map<List<String>, String> identities(String text) {
    Map<List<String>, String> identities = new HashMap<>();
    Json.read(text, IDENTITIES)
        .forEach(identity -> identities.put(identity.container(), identity.identity()));
    return identities;
  }
}
