package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.StoreKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbKeyFormsIT extends SqlKeyFormsContract {
  @Override
  protected StoreKind kind() {
    return SqlStoreKind.mariaDb();
  }

  @Override
  DatabaseServer server() {
    return Servers.shared().mariaDb();
  }

  @Override
  String toText() {
    return "ALTER TABLE " + CONTAINER + " MODIFY COLUMN k varchar(40)";
  }

  @Test
  void uuidsInBytesAreInOrder() {
    createKeyedBy("binary(16)");
    List<String> keys =
        List.of(
            "00000000-0000-1000-8000-000000000001",
            "7fffffff-ffff-1fff-8fff-ffffffffffff",
            "80000000-0000-4000-8000-000000000000",
            "f81d4fae-7dec-11d0-a765-00a0c91e6b00");
    keys.reversed()
        .forEach(key ->
            execute(
                "INSERT INTO %s VALUES (x'%s', 'n')".formatted(CONTAINER, key.replace("-", ""))));

    assertThat(store.ordering(keyed(KeyType.UUID)).isShared()).isTrue();
    areSorted(KeyType.UUID, keys.size());
    List<SharedKey> asked = keys.stream().map(MariaDbKeyFormsIT::uuid).toList();
    assertThat(store.read(keyed(KeyType.UUID), asked).values())
        .hasSize(keys.size())
        .hasOnlyElementsOfType(Image.Present.class);
  }
}
