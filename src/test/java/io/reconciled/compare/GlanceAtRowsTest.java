package io.reconciled.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.rules.AnyValue;
import io.reconciled.rules.Entity;
import io.reconciled.rules.ValueMaps;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** What is seen on encoded rows, against the comparison of decoded ones. */
class GlanceAtRowsTest {
  private static final Map<DatasetName, ValueMaps> WORDS =
      Map.of(
          Keys.BILLING,
          new ValueMaps(
              Map.of(
                  "status",
                  Map.of(Value.text("A"), Value.text("ACTIVE"), Value.NULL, Value.text("NONE")))));
  private static final Entity ENTITY = Keys.entity(Keys.equal("status", "msisdn"), WORDS);

  /** Few values, so that they meet; those that are alike without being the same record too. */
  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> meeting =
        Arbitraries.of(
            Value.text("A"),
            Value.text("ACTIVE"),
            Value.NULL,
            Value.text("NONE"),
            Value.number(1),
            Value.number(0.5),
            moment("2026-01-01T00:00:00.123456Z", 6),
            moment("2026-01-01T00:00:00.123Z", 3),
            moment("2026-01-01T00:00:00.999Z", 3),
            moment("2026-01-01T00:00:00Z", 0),
            moment("1969-12-31T23:59:59.5Z", 1),
            new Value.LocalMoment(LocalDateTime.parse("2026-01-01T00:00:00.123"), 3),
            new Value.Unmapped("polygon"),
            new Value.Array(List.of(new Value.Unmapped("polygon"))));
    return Arbitraries.frequencyOf(Tuple.of(9, meeting), Tuple.of(1, AnyValue.any()));
  }

  private static Value moment(String text, int digits) {
    return new Value.Moment(Instant.parse(text), digits);
  }

  @Provide
  Arbitrary<Image.Present> images() {
    Arbitrary<Optional<Value>> field = values().optional(0.9);
    return Combinators.combine(field, field)
        .as((status, msisdn) -> {
          Map<String, Value> attributes = new HashMap<>();
          status.ifPresent(some -> attributes.put("status", some));
          msisdn.ifPresent(some -> attributes.put("msisdn", some));
          return new Image.Present(attributes);
        });
  }

  @Property(tries = 10_000)
  void whatHoldsAtAGlanceIsConsistent(@ForAll @Size(3) List<Image.@From("images") Present> images) {
    if (holds(images)) {
      assertThat(verdict(images)).isEqualTo(Verdict.CONSISTENT);
    }
  }

  @Property
  void whatIsTheSameAfterItsValueMapHoldsAtAGlance(@ForAll @From("values") Value value) {
    boolean isWordOfBilling =
        WORDS.get(Keys.BILLING).byAttribute().get("status").containsKey(value);
    Image.Present image = new Image.Present(Map.of("status", value, "msisdn", value));
    Image.Present billing =
        value.equals(Value.text("ACTIVE"))
            ? new Image.Present(Map.of("status", Value.text("A"), "msisdn", value))
            : image;

    assertThat(holds(List.of(image, billing, image)))
        .isEqualTo(Value.isMapped(value) && !isWordOfBilling);
  }

  private static boolean holds(List<Image.Present> images) {
    GlanceAtRows glance = new GlanceAtRows(ENTITY);
    RowBlock[] blocks = new RowBlock[images.size()];
    int[] rows = new int[images.size()];
    for (int i = 0; i < blocks.length; i++) {
      RowWriter writer = new RowWriter(ENTITY.datasets().get(i).sortedAttributes());
      writer.row(SharedKey.of(0), new Image.Present(Map.of("status", Value.text("before"))));
      writer.row(SharedKey.of(1), images.get(i));
      blocks[i] = writer.take();
      rows[i] = 1;
    }
    assertThat(glance.isAble()).isTrue();
    return glance.holds(blocks, rows);
  }

  private static Verdict verdict(List<Image.Present> images) {
    Map<DatasetName, Reading> readings = Keys.readings(images.get(0), images.get(1), images.get(2));
    return Keys.verdict(Keys.equal("status", "msisdn"), WORDS, readings);
  }
}
