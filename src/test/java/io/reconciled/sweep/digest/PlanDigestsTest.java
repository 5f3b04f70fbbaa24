package io.reconciled.sweep.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Mapping;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.rules.ValueMaps;
import io.reconciled.rules.normalise.Pipeline;
import io.reconciled.store.Stores;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps an entity from being swept by digests before any store is asked. */
class PlanDigestsTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final DatasetName CRM = new DatasetName("crm");
  private static final DatasetName BILLING = new DatasetName("billing");
  private static final DatasetName PROFILES = new DatasetName("profiles");
  private static final Check EQUAL =
      new Check.Equal(List.of(CRM, BILLING), List.of("status"), new Authority.Nobody());

  @Test
  void nobodyAskedForIt() {
    DigestPlan plan =
        new PlanDigests(new Stores(List.of()), Set.of(new StoreName("elsewhere")))
            .of(entity(Map.of(), false, List.of(CRM, BILLING), EQUAL));
    assertThat(plan.objection()).hasValueSatisfying(why -> assertThat(why).contains("link"));
  }

  @Test
  void rulesThatNeedMoreThanEquality() {
    objects("needs rows", new Check.Unique(List.of(CRM, BILLING), "status"));
    objects(
        "tolerates",
        new Check.Equal(
            List.of(CRM, BILLING),
            List.of("status"),
            new Authority.Nobody(),
            Pipeline.EMPTY,
            BigDecimal.ONE));
    objects(
        "does not store",
        new Check.Equal(List.of(CRM, BILLING), List.of("other"), new Authority.Nobody()));
  }

  @Test
  void aRuleOfSomeOfTheDatasets() {
    assertThat(plan(entity(Map.of(), false, List.of(CRM, BILLING, PROFILES), EQUAL)).objection())
        .hasValueSatisfying(why -> assertThat(why).contains("leaves out profiles"));
  }

  @Test
  void whatIsComparedIsNotWhatIsStored() {
    Mapping words =
        Mapping.of(new ValueMaps(Map.of("status", Map.of(Value.text("A"), Value.text("active")))));
    assertThat(plan(entity(Map.of(CRM, words), false, List.of(CRM, BILLING), EQUAL)).objection())
        .hasValueSatisfying(why -> assertThat(why).contains("not compared as they are stored"));
    assertThat(plan(entity(Map.of(), true, List.of(CRM, BILLING), EQUAL)).objection())
        .hasValueSatisfying(why -> assertThat(why).contains("several rows"));
    assertThat(plan(entity(Map.of(), false, List.of(CRM, BILLING, CRM), EQUAL)).objection())
        .hasValueSatisfying(why -> assertThat(why).contains("several places"));
  }

  private static void objects(String why, Check check) {
    assertThat(plan(entity(Map.of(), false, List.of(CRM, BILLING), check)).objection())
        .hasValueSatisfying(objection -> assertThat(objection).contains(why));
  }

  private static DigestPlan plan(Entity entity) {
    return new PlanDigests(new Stores(List.of()), Set.of(new StoreName("billing"))).of(entity);
  }

  private static Entity entity(
      Map<DatasetName, Mapping> mappings,
      boolean severalRows,
      List<DatasetName> datasets,
      Check check) {
    return new Entity(
        SUBSCRIBER,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        datasets.stream().map(name -> dataset(name, severalRows)).toList(),
        mappings,
        Stream.of(check).map(only -> Rule.of(new RuleName("only"), only)).toList(),
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }

  private static Dataset dataset(DatasetName name, boolean severalRows) {
    return new Dataset(
        SUBSCRIBER,
        name,
        new StoreName(name.value()),
        List.of("subscriber"),
        List.of("id"),
        KeyType.INTEGER,
        Map.of("status", "status"),
        Optional.empty(),
        severalRows,
        false);
  }
}
