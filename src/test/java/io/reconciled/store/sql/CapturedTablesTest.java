package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.StoreName;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class CapturedTablesTest {
  @Test
  void aNameStandsForItselfOnly() {
    String pattern = CapturedTables.pattern(List.of(table("odd schema", "a.b$")), "public");

    assertThat("odd schema.a.b$").matches(Pattern.compile(pattern));
    assertThat("odd schema.aXb$").doesNotMatch(Pattern.compile(pattern));
  }

  @Test
  void aTableWithoutSchemaIsInTheUsualOne() {
    assertThat(CapturedTables.pattern(List.of(table("subscriber")), "public"))
        .isEqualTo("public\\.subscriber");
  }

  @Test
  void twoDatasetsInOneTableNameItOnce() {
    assertThat(CapturedTables.pattern(List.of(table("s", "t"), table("s", "t")), "public"))
        .isEqualTo("s\\.t");
  }

  private static Dataset table(String... container) {
    return new Dataset(
        new EntityName("subscriber"),
        new DatasetName("crm"),
        new StoreName("crm"),
        List.of(container),
        "id",
        KeyType.INTEGER,
        Map.of());
  }
}
