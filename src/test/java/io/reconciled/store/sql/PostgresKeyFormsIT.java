package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.StoreComplaint.Severity;
import io.reconciled.store.StoreKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresKeyFormsIT extends SqlKeyFormsContract {
  @Override
  protected StoreKind kind() {
    return SqlStoreKind.postgres();
  }

  @Override
  DatabaseServer server() {
    return Servers.shared().postgres();
  }

  @Override
  String toText() {
    return "ALTER TABLE " + CONTAINER + " ALTER COLUMN k TYPE text";
  }

  @Test
  void citextIsTheTextAsItIsStored() {
    execute("CREATE EXTENSION citext");
    createKeyedBy("citext");
    List.of("Ada", "ada", "bob", "it's").forEach(key -> put(key.replace("'", "''"), "n"));

    assertThat(check(KeyType.TEXT)).noneMatch(found -> found.severity() == Severity.ERROR);
    assertThat(store.ordering(keyed(KeyType.TEXT)).isShared()).isFalse();
    assertThat(
            store.read(
                keyed(KeyType.TEXT),
                List.of(
                    SharedKey.of("Ada"),
                    SharedKey.of("ada"),
                    SharedKey.of("ADA"),
                    SharedKey.of("Bob"),
                    SharedKey.of("it's"))))
        .hasEntrySatisfying(SharedKey.of("Ada"), PostgresKeyFormsIT::isThere)
        .hasEntrySatisfying(SharedKey.of("ada"), PostgresKeyFormsIT::isThere)
        .hasEntrySatisfying(SharedKey.of("it's"), PostgresKeyFormsIT::isThere)
        .containsEntry(SharedKey.of("ADA"), Image.ABSENT)
        .containsEntry(SharedKey.of("Bob"), Image.ABSENT);
    areSorted(KeyType.TEXT, 4);
  }

  private static void isThere(Image image) {
    assertThat(image).isInstanceOf(Image.Present.class);
  }

  @Test
  void uuidsInBytesAreInOrder() {
    createKeyedBy("bytea");
    put("\\xf81d4fae7dec11d0a76500a0c91e6bf6", "n");
    put("\\x00", "short");

    assertThat(store.ordering(keyed(KeyType.UUID)).isShared()).isTrue();
    areSorted(KeyType.UUID, 2);
    SharedKey key = uuid("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    assertThat(store.read(keyed(KeyType.UUID), List.of(key)))
        .hasEntrySatisfying(key, PostgresKeyFormsIT::isThere);
    assertThat(store.boundary(keyed(KeyType.UUID), KeyRange.ALL.from(), 1)).contains(key);
  }
}
