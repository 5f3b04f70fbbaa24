package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reconciled.model.StoreName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples of the repository load, and the schemas beside them know what the readers know. */
class SamplesTest {
  private static final Path CONNECTORS = Path.of("connectors");
  private static final Path RULES = Path.of("reconcile-rules");

  @Test
  void samplesLoad() {
    Loaded loaded =
        ConfigurationFiles.loader(
                Map.of("CRM_PASSWORD", "a", "BILLING_PASSWORD", "b", "PROFILES_PASSWORD", "c"))
            .load(CONNECTORS, RULES);
    assertThat(loaded).isInstanceOf(Loaded.Sound.class);
    Configuration configuration = ((Loaded.Sound) loaded).configuration();
    assertThat(configuration.connectors())
        .extracting(Connector::store)
        .containsExactly(new StoreName("billing"), new StoreName("crm"), new StoreName("profiles"));
    assertThat(configuration.entities())
        .singleElement()
        .satisfies(entity -> assertThat(entity.rules()).hasSize(3));
  }

  @Test
  void samplesNeedNothingButTheirPasswords() {
    Loaded loaded = ConfigurationFiles.loader(Map.of()).load(CONNECTORS, RULES);
    assertThat(((Loaded.Refused) loaded).problems())
        .extracting(Problem::what)
        .hasSize(2)
        .allMatch(what -> what.contains("_PASSWORD'"));
  }

  @Test
  void connectorSchemaKnowsTheKeysOfTheReader() throws IOException {
    JsonNode schema = schema(CONNECTORS.resolve("connector.schema.json"));
    assertClosed(schema, "", ReadConnector.KEYS);
    assertClosed(schema, "/properties/sweep", ReadSweepLimits.KEYS);
    assertClosed(
        schema, "/properties/sweep/properties/pauseAbove", ReadSweepLimits.PAUSE_ABOVE_KEYS);
    assertThat(texts(schema.at("/properties/kind/enum")))
        .containsExactlyInAnyOrderElementsOf(ConfigurationFiles.KINDS);
  }

  @Test
  void rulesSchemaKnowsTheKeysOfTheReader() throws IOException {
    JsonNode schema = schema(RULES.resolve("rules.schema.json"));
    assertClosed(schema, "", ReadEntity.KEYS);
    assertClosed(schema, "/properties/key", ReadKeyShape.KEYS);
    assertClosed(schema, "/properties/schedule", ReadEntity.SCHEDULE_KEYS);
    assertClosed(schema, "/$defs/dataset", ReadDataset.KEYS);
    assertClosed(
        schema,
        "/$defs/dataset/properties/attributes/additionalProperties/oneOf/1",
        ReadMapping.ATTRIBUTE_KEYS);
    assertClosed(schema, "/$defs/dataset/properties/shards/items", ReadContainers.SHARD_KEYS);
    assertClosed(schema, "/$defs/equal/properties/authority/oneOf/2", ReadAuthority.INNER_KEYS);
    assertClosed(schema, "/$defs/present/properties/present/oneOf/1", PresentForm.INNER_KEYS);
    for (RuleForm form : ReadRules.FORMS) {
      assertClosed(schema, "/$defs/" + form.word(), ReadRules.keys(form));
    }
    assertThat(schema.at("/properties/rules/items/oneOf")).hasSize(ReadRules.FORMS.size());
  }

  @Test
  void defaultsSchemaKnowsTheKeysOfTheReader() throws IOException {
    assertClosed(schema(RULES.resolve("defaults.schema.json")), "", ReadDefaults.KEYS);
  }

  private static void assertClosed(JsonNode schema, String at, List<String> keys) {
    JsonNode part = schema.at(at);
    assertThat(part.path("additionalProperties").asBoolean(true)).as(at).isFalse();
    List<String> names = new ArrayList<>();
    part.path("properties").fieldNames().forEachRemaining(names::add);
    assertThat(names).as(at).containsExactlyInAnyOrderElementsOf(keys);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode schema(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
