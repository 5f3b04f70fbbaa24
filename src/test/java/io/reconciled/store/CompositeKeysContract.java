package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.Fixture.Row;
import io.reconciled.store.StoreComplaint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keys of several parts. */
abstract class CompositeKeysContract extends HoldersContract {
  private static final CompositeShape SHAPE =
      new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER));

  /** The fields of the parts; a subclass may have reason to name them otherwise. */
  protected List<String> compositeFields() {
    return List.of("Tenant of", "Select");
  }

  @Nested
  class CompositeKeys {
    private final List<String> fields = compositeFields();
    private final Dataset dataset = shaped(SHAPE);

    private Dataset shaped(CompositeShape shape) {
      Dataset one = mapped(CONTAINER, KEY_FIELD, KeyType.TEXT, ATTRIBUTES);
      return new Dataset(
          one.entity(),
          one.name(),
          one.store(),
          one.container(),
          fields,
          shape,
          one.attributes(),
          Optional.empty(),
          false,
          false);
    }

    @BeforeEach
    void create() {
      fixture.create(database, CONTAINER, fields, SHAPE, List.copyOf(ATTRIBUTES.values()));
    }

    private static SharedKey key(String tenant, long number) {
      return new SharedKey.Composite(
          List.of(new SharedKey.TextKey(tenant), new SharedKey.IntegerKey(number)));
    }

    private List<SharedKey> putAll(SharedKey... keys) {
      put(List.of(keys).reversed());
      return List.of(keys);
    }

    private void put(List<SharedKey> keys) {
      fixture.put(
          database, CONTAINER, fields, keys.stream().map(key -> row(key, "of " + key)).toList());
    }

    @Test
    void aKeyIsReadByAllOfItsParts() {
      List<SharedKey> keys =
          putAll(key("A", 1), key("a", 1), key("a", 2), key("a ", 1), key("b", 1));

      for (SharedKey key : keys) {
        assertThat(name(dataset, key)).isEqualTo(Value.text("of " + key));
      }
      assertThat(store.read(dataset, List.of(key("b", 2), key("B", 1), key("A", 2))).values())
          .hasSize(3)
          .containsOnly(Image.ABSENT);
    }

    @Test
    void moreKeysThanOneStatementHoldsAreAllRead() {
      List<SharedKey> keys =
          LongStream.range(0, 1_200).mapToObj(n -> key("t" + n % 7, n / 2)).toList();
      put(keys);

      assertThat(store.read(dataset, keys).values())
          .hasSize(1_200)
          .allSatisfy(image -> assertThat(image).isInstanceOf(Image.Present.class));
    }

    @Test
    void keysComeInTheOrderOfTheirPartsAndRangesCoverEachOnce() {
      List<SharedKey> ordered =
          putAll(
              key("", 7),
              key("B", 1),
              key("a", -1),
              key("a", 1),
              key("a", 10),
              key("a b", 1),
              key("b", 0),
              key("b", 2));

      assertThat(keys(dataset, KeyRange.ALL)).isEqualTo(ordered);
      List<SharedKey> bounds = new ArrayList<>(ordered);
      bounds.add(key("a", 5));
      bounds.add(key("aa", 0));
      bounds.add(key("c", 0));
      for (SharedKey from : bounds) {
        for (SharedKey to : bounds) {
          if (from.compareTo(to) < 0) {
            KeyRange range = new KeyRange(Optional.of(from), Optional.of(to));
            assertThat(keys(dataset, range))
                .as("%s", range)
                .isEqualTo(ordered.stream().filter(range::contains).toList());
          }
        }
        KeyRange head = new KeyRange(Optional.empty(), Optional.of(from));
        KeyRange tail = new KeyRange(Optional.of(from), Optional.empty());
        assertThat(keys(dataset, head)).isEqualTo(ordered.stream().filter(head::contains).toList());
        assertThat(keys(dataset, tail)).isEqualTo(ordered.stream().filter(tail::contains).toList());
      }
    }

    @Test
    void aBoundaryEndsARangeOfSoManyRows() {
      List<SharedKey> ordered = putAll(key("a", 1), key("a", 2), key("b", 1), key("b", 9));
      put(List.of(key("a", 1)));

      assertThat(store.boundary(dataset, Optional.empty(), 3)).contains(ordered.get(2));
      assertThat(store.boundary(dataset, Optional.of(ordered.get(0)), 1)).contains(ordered.get(1));
      assertThat(store.boundary(dataset, Optional.of(ordered.get(1)), 2)).contains(ordered.get(3));
      assertThat(store.boundary(dataset, Optional.of(ordered.get(3)), 1)).isEmpty();
    }

    @Test
    void aRowThatLacksItsKeyComesFirst() {
      putAll(key("a", 1));
      fixture.put(database, CONTAINER, fields, List.of(new Row(Optional.empty(), nobody())));

      assertThat(ScannedRow.drain(store, Scan.of(dataset, KeyRange.ALL)))
          .hasSize(2)
          .first()
          .isEqualTo(new ScannedRow.Keyless("null key"));
    }

    private static Map<String, Optional<String>> nobody() {
      return Map.of("Full Name", Optional.of("nobody"));
    }

    @Test
    void holdersAreToldByAllOfTheirParts() {
      putAll(key("a", 1), key("b", 1));

      assertThat(store.holders(dataset, "name", List.of(Value.text("of b,1"))))
          .isEqualTo(Map.of(Value.text("of b,1"), Set.of(key("b", 1))));
    }

    @Test
    void onlyTheRowOfTheWholeKeyIsWritten() {
      List<SharedKey> keys = putAll(key("a", 1), key("a", 2), key("b", 1));
      Map<String, Value> name = Map.of("name", Value.text("new"));

      assertThat(write(keys.get(0), named("of a,1"), new Change.Set(name)))
          .isEqualTo(new WriteOutcome.Applied());
      assertThat(write(keys.get(1), named("of a,2"), new Change.Delete()))
          .isEqualTo(new WriteOutcome.Applied());
      assertThat(write(key("b", 2), Image.ABSENT, new Change.Insert(name)))
          .isEqualTo(new WriteOutcome.Applied());

      assertThat(name(dataset, keys.get(0))).isEqualTo(Value.text("new"));
      assertThat(read(dataset, keys.get(1))).isInstanceOf(Image.Absent.class);
      assertThat(name(dataset, keys.get(2))).isEqualTo(Value.text("of b,1"));
      assertThat(name(dataset, key("b", 2))).isEqualTo(Value.text("new"));
    }

    private WriteOutcome write(SharedKey key, Image expected, Change change) {
      return store.write(new ConditionalWrite(dataset, key, expected, change));
    }

    @Test
    void eachPartIsChecked() {
      putAll(key("a", 1));
      fixture.makeUnique(database, CONTAINER, fields);
      assertThat(check(dataset)).noneMatch(found -> found.what().contains("no index"));

      assertThat(check(shaped(new CompositeShape(List.of(KeyType.TEXT, KeyType.UUID)))))
          .anySatisfy(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.subject().part()).contains("key");
            assertThat(found.what()).contains("uuid");
          });
    }

    private List<StoreComplaint> check(Dataset checked) {
      return fixture.kind().check(settings(database), new Wanted(List.of(checked), false));
    }
  }
}
