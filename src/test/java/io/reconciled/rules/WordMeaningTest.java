package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMeaningTest {
  private static final DatasetName CRM = new DatasetName("crm");
  private static final Rule UNIQUE =
      Rule.of(new RuleName("msisdn"), new Check.Unique(List.of(CRM), "msisdn"));

  /** A component that the text forgets would be a change that no reload ever notices. */
  @ParameterizedTest
  @CsvSource({
    "io.reconciled.rules.Entity,"
        + "name keyShape grace datasets mappings rules sweep sweepMoved places",
    "io.reconciled.rules.Mapping, conversions values computed gone",
    "io.reconciled.rules.ValueMaps, byAttribute",
    "io.reconciled.rules.Rule, name check about shadow",
    "io.reconciled.rules.Check$Present, datasets reference when",
    "io.reconciled.rules.Check$Equal, datasets attributes authority normalise tolerance",
    "io.reconciled.rules.Check$Matches, condition",
    "io.reconciled.rules.Connector,"
        + "store kind url user password capture timeout options logLimit sweep places",
    "io.reconciled.model.Dataset,"
        + "entity name store container keyFields keyShape attributes where severalRows view",
  })
  void itsPartsAreThoseThatTheTextWasMadeFor(Class<?> type, String components) {
    assertThat(Stream.of(type.getRecordComponents()).map(part -> part.getName()))
        .as("WordMeaning and RuleChanges must speak of every part of %s", type)
        .containsExactly(components.split(" "));
  }

  @Test
  void theOrderOfAMapHasNoMeaning() {
    Map<String, String> one = Map.of("a", "1", "b", "2", "c", "3", "msisdn", "m");
    Map<String, String> other = Map.of("msisdn", "m", "c", "3", "b", "2", "a", "1");
    assertThat(meaning(one, Mapping.NONE)).isEqualTo(meaning(other, Mapping.NONE));
  }

  @Test
  void anotherMappingOfADatasetThatItReadsIsAnotherMeaning() {
    Map<String, String> attributes = Map.of("msisdn", "msisdn");
    assertThat(meaning(attributes, Mapping.NONE))
        .isNotEqualTo(meaning(Map.of("msisdn", "phone"), Mapping.NONE))
        .isNotEqualTo(meaning(attributes, word(Value.text("A"))));
    assertThat(meaning(attributes, word(Value.text("1"))))
        .isNotEqualTo(meaning(attributes, word(Value.number(1))));
  }

  @Test
  void graceAndScheduleAreMeantByTheEntityAlone() {
    Entity slow = entity(Map.of(), Mapping.NONE, Duration.ofSeconds(9));
    Entity fast = entity(Map.of(), Mapping.NONE, Duration.ofSeconds(5));
    assertThat(WordMeaning.of(slow)).isNotEqualTo(WordMeaning.of(fast));
    assertThat(WordMeaning.of(slow, UNIQUE)).isEqualTo(WordMeaning.of(fast, UNIQUE));
  }

  private static String meaning(Map<String, String> attributes, Mapping mapping) {
    return WordMeaning.of(entity(attributes, mapping, Duration.ofSeconds(5)), UNIQUE);
  }

  private static Mapping word(Value stored) {
    return Mapping.of(new ValueMaps(Map.of("msisdn", Map.of(stored, Value.text("ONE")))));
  }

  private static Entity entity(Map<String, String> attributes, Mapping mapping, Duration grace) {
    EntityName name = new EntityName("subscriber");
    Dataset dataset =
        new Dataset(
            name,
            CRM,
            new StoreName("crm"),
            List.of("subscriber"),
            "id",
            KeyType.INTEGER,
            attributes);
    return new Entity(
        name,
        KeyType.INTEGER,
        grace,
        List.of(dataset),
        Map.of(CRM, mapping),
        List.of(UNIQUE),
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }
}
