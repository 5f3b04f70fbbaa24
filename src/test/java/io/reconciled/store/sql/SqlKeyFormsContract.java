package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.KeyFormsContract;
import io.reconciled.store.StoreComplaint.Severity;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same in columns, whose types tell the form. */
abstract class SqlKeyFormsContract extends KeyFormsContract {
  abstract DatabaseServer server();

  @Override
  protected Database fresh() {
    return server().admin(server().freshDatabase("forms"));
  }

  @Override
  protected void createKeyedByText() {
    createKeyedBy("varchar(40)");
  }

  final void createKeyedBy(String type) {
    execute(
        "CREATE TABLE %s (k %s, name varchar(40))".formatted(CONTAINER, type),
        "CREATE INDEX by_key ON %s (k)".formatted(CONTAINER));
  }

  @Override
  protected void put(String key, String name) {
    execute("INSERT INTO %s VALUES ('%s', '%s')".formatted(CONTAINER, key, name));
  }

  final void execute(String... statements) {
    try {
      database.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void numbersAsTextAreSortedAsNumbersWhereThatIsAskedFor() {
    areSorted(KeyType.INTEGER, createNumbers());
  }

  @Test
  void uuidsAsTextAreSortedAsUuidsWhereThatIsAskedFor() {
    areSorted(KeyType.UUID, createUuids());
  }

  @Test
  void aNewRowHasItsKeyAsText() {
    createKeyedByText();

    isApplied(-7, Image.ABSENT, new Change.Insert(Map.of("name", Value.text("new"))));

    assertThat(store.read(keyed(KeyType.INTEGER), List.of(SharedKey.of(-7))))
        .containsEntry(SharedKey.of(-7), new Image.Present(Map.of("name", Value.text("new"))));
  }

  @Test
  void aKeyWhoseColumnChangesItsTypeGoesOnBeingRead() {
    createKeyedBy("bigint");
    put("5", "five");
    assertThat(store.read(keyed(KeyType.INTEGER), List.of(SharedKey.of(5))).values())
        .hasOnlyElementsOfType(Image.Present.class);

    execute(toText());
    store.ordering(keyed(KeyType.INTEGER));

    assertThat(store.read(keyed(KeyType.INTEGER), List.of(SharedKey.of(5))).values())
        .hasOnlyElementsOfType(Image.Present.class);
  }

  /** Makes the key's column one of text. */
  abstract String toText();

  @Test
  void whatCannotHoldSuchKeysIsRefused() {
    createKeyedBy("date");

    for (KeyType type : KeyType.values()) {
      assertThat(check(type)).anyMatch(found -> found.severity() == Severity.ERROR);
    }
  }

  @Test
  void aSweepByPartitionsIsWorthAWord() {
    createKeyedByText();

    assertThat(check(KeyType.INTEGER))
        .filteredOn(found -> found.severity() == Severity.WARNING)
        .anySatisfy(found ->
            assertThat(found.what())
                .contains("k is text", "integer keys", "by partitions on local disk"));
  }
}
