package io.reconciled.rules;

import static io.reconciled.rules.ConfigurationFiles.CRM_DATA;
import static io.reconciled.rules.ConfigurationFiles.PROFILES_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.StoreName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sound rules file comes to. */
class LoadEntityTest {
  @TempDir Path directory;
  private ConfigurationFiles files;

  @BeforeEach
  void soundFiles() {
    files = new ConfigurationFiles(directory);
  }

  @Test
  void entityIsReadWhole() {
    Entity subscriber = files.subscriber();
    assertThat(subscriber.keyShape()).isEqualTo(KeyType.INTEGER);
    assertThat(subscriber.grace()).isEqualTo(Duration.ofSeconds(5));
    assertThat(subscriber.sweep()).contains("0 0 3 * * ?");
    assertThat(subscriber.dataset(CRM_DATA))
        .contains(
            new Dataset(
                new EntityName("subscriber"),
                CRM_DATA,
                new StoreName("crm"),
                List.of("public", "subscriber"),
                "id",
                KeyType.INTEGER,
                Map.of("msisdn", "msisdn", "status", "status")));
  }

  @Test
  void rulesAreNamedAndKnowTheirDatasets() {
    List<DatasetName> both = List.of(CRM_DATA, PROFILES_DATA);
    assertThat(files.subscriber().rules())
        .containsExactly(
            Rule.of(new RuleName("present"), new Check.Present(both, CRM_DATA, Optional.empty())),
            Rule.of(
                new RuleName("equal status"),
                equal(both, List.of("status"), new Authority.One(CRM_DATA))),
            Rule.of(
                new RuleName("both"),
                equal(both, List.of("msisdn", "status"), new Authority.Nobody())));
  }

  @Test
  void presenceMayNameItsReferenceInEitherWay() {
    for (String rule :
        List.of(
            "- present: { in: [crm, profiles], reference: profiles }",
            "- present: [crm, profiles]\n    authority: profiles")) {
      files.replace("- present: [crm, profiles]", rule);
      assertThat(((Check.Present) files.subscriber().rules().getFirst().check()).reference())
          .isEqualTo(PROFILES_DATA);
    }
  }

  @Test
  void placesOfPartsAreKept() {
    Entity subscriber = files.subscriber();
    assertThat(subscriber.placeOf(PROFILES_DATA, Optional.of("status")).line()).isEqualTo(9);
    assertThat(subscriber.placeOf(PROFILES_DATA, Optional.of("key")).line()).isEqualTo(8);
    assertThat(subscriber.placeOf(PROFILES_DATA, Optional.empty()).line()).isEqualTo(7);
    assertThat(subscriber.placeOf(PROFILES_DATA, Optional.of("no such")).line()).isEqualTo(9);
    assertThat(subscriber.places().of("datasets.profiles").line()).isEqualTo(6);
    assertThat(subscriber.places().of("rules.1.authority"))
        .isEqualTo(new Place(directory.resolve("rules/subscriber.yaml"), 14, 16));
    assertThat(files.crm().places().of("options.sslmode").line()).isEqualTo(7);
  }

  private static Check equal(
      List<DatasetName> datasets, List<String> attributes, Authority authority) {
    return new Check.Equal(datasets, attributes, authority);
  }
}
