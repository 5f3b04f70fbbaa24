package io.reconciled.bench;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Mapping;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.rules.ValueMaps;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One key of three datasets with five attributes, one of them under a value map: compared by rules,
 * and by a comparison written by hand for just these attributes. A record in a thousand differs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CompareBenchmark {
  private static final int RECORDS = 1_000;
  private static final DatasetName CRM = new DatasetName("crm");
  private static final DatasetName BILLING = new DatasetName("billing");
  private static final DatasetName PROFILES = new DatasetName("profiles");
  private static final List<DatasetName> ALL = List.of(CRM, BILLING, PROFILES);
  private static final List<String> ATTRIBUTES =
      List.of("msisdn", "status", "credit", "updated", "name");
  private static final Map<Value, Value> STATES =
      Map.of(
          Value.text("A"), Value.text("ACTIVE"),
          Value.text("S"), Value.text("SUSPENDED"),
          Value.text("T"), Value.text("TERMINATED"));
  private static final SharedKey KEY = SharedKey.of(1);
  private final CompareKey compare = new CompareKey(entity());
  private final List<Readings> records = records();

  /** By the rules of the entity. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int byRules() {
    int differing = 0;
    for (Readings record : records) {
      for (Verdict verdict : compare.verdicts(KEY, record).values()) {
        if (!(verdict instanceof Verdict.Consistent)) {
          differing++;
        }
      }
    }
    return differing;
  }

  /** As somebody would write it who knows the five attributes. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int byHand() {
    int differing = 0;
    for (Readings record : records) {
      Reading crm = record.of(CRM);
      Reading billing = record.of(BILLING);
      Reading profiles = record.of(PROFILES);
      if (!(crm instanceof Image.Present(Map<String, Value> one)
          && billing instanceof Image.Present(Map<String, Value> two)
          && profiles instanceof Image.Present(Map<String, Value> three))) {
        differing++;
        continue;
      }
      for (String attribute : ATTRIBUTES) {
        Value right = one.get(attribute);
        Value second = two.get(attribute);
        if (attribute.equals("status")) {
          second = STATES.getOrDefault(second, second);
        }
        if (!right.equals(second) || !right.equals(three.get(attribute))) {
          differing++;
        }
      }
    }
    return differing;
  }

  private static List<Readings> records() {
    Random random = new Random(7);
    List<Readings> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      String state = List.of("A", "S", "T").get(random.nextInt(3));
      Map<String, Value> crm = new HashMap<>();
      crm.put("msisdn", Value.text("49151" + (1_000_000 + i)));
      crm.put("status", STATES.get(Value.text(state)));
      crm.put("credit", Value.number(new BigDecimal(random.nextInt(100_000)).movePointLeft(2)));
      crm.put("updated", new Value.Moment(Instant.ofEpochMilli(1_700_000_000_000L + i), 3));
      crm.put("name", Value.text("subscriber " + i));
      Map<String, Value> billing = new HashMap<>(crm);
      billing.put("status", Value.text(state));
      Map<String, Value> profiles = new HashMap<>(crm);
      if (i == RECORDS / 2) {
        profiles.put("name", Value.text("somebody else"));
      }
      records.add(
          new Readings(
              Map.of(
                  CRM, new Image.Present(crm),
                  BILLING, new Image.Present(billing),
                  PROFILES, new Image.Present(profiles))));
    }
    return records;
  }

  private static Entity entity() {
    EntityName name = new EntityName("subscriber");
    Map<String, String> columns = new HashMap<>();
    ATTRIBUTES.forEach(attribute -> columns.put(attribute, attribute));
    List<Rule> rules = new ArrayList<>();
    rules.add(Rule.of(new RuleName("present"), new Check.Present(ALL, CRM, Optional.empty())));
    for (String attribute : ATTRIBUTES) {
      rules.add(
          Rule.of(
              new RuleName("equal " + attribute),
              new Check.Equal(ALL, List.of(attribute), new Authority.One(CRM))));
    }
    return new Entity(
        name,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        ALL.stream()
            .map(dataset ->
                new Dataset(
                    name,
                    dataset,
                    new StoreName(dataset.value()),
                    List.of("t"),
                    "id",
                    KeyType.INTEGER,
                    columns))
            .toList(),
        Map.of(BILLING, Mapping.of(new ValueMaps(Map.of("status", STATES)))),
        rules,
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }
}
