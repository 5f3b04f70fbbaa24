package io.reconciled.rules;

import static io.reconciled.rules.ConfigurationFiles.CRM_DATA;
import static io.reconciled.rules.ConfigurationFiles.PROFILES_DATA;
import static io.reconciled.rules.ConfigurationFiles.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyType;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the datasets of a sound rules file come to. */
class LoadDatasetTest {
  @TempDir Path directory;
  private ConfigurationFiles files;

  @BeforeEach
  void soundFiles() {
    files = new ConfigurationFiles(directory);
  }

  @Test
  void aKeyMayHaveSeveralParts() {
    files.write(
        "rules/subscriber.yaml",
        SUBSCRIBER
            .replace("type: integer", "type: [text, uuid]")
            .replace("key: id", "key: [tenant, id]")
            .replace("key: _id", "key: [_id.tenant, _id.id]"));

    assertThat(files.subscriber().keyShape())
        .isEqualTo(new CompositeShape(List.of(KeyType.TEXT, KeyType.UUID)));
    assertThat(files.subscriber().dataset(CRM_DATA).orElseThrow().keyFields())
        .containsExactly("tenant", "id");
    assertThat(files.subscriber().dataset(PROFILES_DATA).orElseThrow().keyFields())
        .containsExactly("_id.tenant", "_id.id");
  }

  @Test
  void aViewIsNamedAsTheStoreNamesTablesAndNoLogShowsIt() {
    files.write(
        "rules/subscriber.yaml",
        SUBSCRIBER
            .replace("table: public.subscriber", "view: public.active")
            .replace("collection: profiles", "view: profiles.active"));

    Dataset crm = files.subscriber().dataset(CRM_DATA).orElseThrow();
    assertThat(crm.container()).containsExactly("public", "active");
    assertThat(crm.view()).isTrue();
    Dataset profiles = files.subscriber().dataset(PROFILES_DATA).orElseThrow();
    assertThat(profiles.container()).containsExactly("profiles.active");
    assertThat(profiles.view()).isTrue();
    assertThat(files.subscriber().placeOf(PROFILES_DATA, Optional.empty()).line()).isEqualTo(7);
    assertThat(files.sound().datasetsIn(crm.store())).containsExactly(crm);
    assertThat(files.sound().followableIn(crm.store())).isEmpty();
  }

  @Test
  void aShardMayBeAView() {
    files.write(
        "rules/subscriber.yaml",
        SUBSCRIBER.replace(
            "table: public.subscriber",
            "shards: [{ store: crm, table: old }, { store: crm, view: new }]"));

    assertThat(files.subscriber().shards(CRM_DATA))
        .extracting(Dataset::container, Dataset::view)
        .containsExactly(tuple(List.of("old"), false), tuple(List.of("new"), true));
  }

  @Test
  void datasetMayStandInAStoreOfAnotherName() {
    files.write(
        "rules/subscriber.yaml",
        SUBSCRIBER
            .replace("  crm: { table", "  people: { store: crm, table")
            .replace("[crm,", "[people,")
            .replace(": crm\n", ": people\n"));
    assertThat(files.subscriber().dataset(new DatasetName("people")).orElseThrow().store())
        .isEqualTo(new StoreName("crm"));
  }

  @Test
  void valuesAreTypedAsYamlTypesThem() {
    ValueMaps maps = files.subscriber().mappings().get(PROFILES_DATA).values();
    assertThat(maps)
        .isEqualTo(
            new ValueMaps(
                Map.of(
                    "status",
                    Map.of(
                        Value.text("A"),
                        Value.text("ACTIVE"),
                        Value.number(1),
                        Value.text("SUSPENDED"),
                        new Value.Bool(true),
                        Value.text("GONE")))));
  }
}
