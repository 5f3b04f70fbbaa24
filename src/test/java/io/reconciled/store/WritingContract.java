package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.servers.LossyLine;
import io.reconciled.store.ConditionalWrite.Change;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a conditional write does, and what it leaves. */
abstract class WritingContract extends ScanningContract {
  @Nested
  class Writing {
    private final SharedKey key = SharedKey.of("bob");
    private Dataset dataset;

    @BeforeEach
    void putBob() {
      dataset = dataset(KeyType.TEXT);
      put(row(key, "Bob"), row(SharedKey.of("Bob "), "other"));
    }

    private WriteOutcome set(Image expected, Value name) {
      return store.write(
          new ConditionalWrite(dataset, key, expected, new Change.Set(Map.of("name", name))));
    }

    @Test
    void whatIsAsExpectedIsSet() {
      assertThat(set(named("Bob"), Value.text("Robert"))).isEqualTo(new WriteOutcome.Applied());
      assertThat(name(dataset, key)).isEqualTo(Value.text("Robert"));
      assertThat(name(dataset, SharedKey.of("Bob "))).isEqualTo(Value.text("other"));
    }

    @Test
    void unlikeTextRefusesAndShowsWhatIsThere() {
      for (String unlike : List.of("bob", "Bob ", "BOB", "")) {
        WriteOutcome outcome = set(named(unlike), Value.text("Robert"));
        assertThat(outcome).isEqualTo(new WriteOutcome.Refused(read(dataset, key)));
      }
      assertThat(name(dataset, key)).isEqualTo(Value.text("Bob"));
    }

    @Test
    void aNullIsExpectedAndWritten() {
      assertThat(set(named("Bob"), Value.NULL)).isEqualTo(new WriteOutcome.Applied());
      assertThat(name(dataset, key)).isEqualTo(Value.NULL);
      assertThat(set(named("Bob"), Value.text("x"))).isInstanceOf(WriteOutcome.Refused.class);
      assertThat(set(new Image.Present(Map.of("name", Value.NULL)), Value.text("Bob")))
          .isEqualTo(new WriteOutcome.Applied());
    }

    @Test
    void aRowThatIsGoneRefuses() {
      WriteOutcome outcome =
          store.write(
              new ConditionalWrite(
                  dataset,
                  SharedKey.of("BOB"),
                  named("Bob"),
                  new Change.Set(Map.of("name", Value.text("x")))));
      assertThat(outcome).isEqualTo(new WriteOutcome.Refused(Image.ABSENT));
    }

    @Test
    void aDuplicateRefusesAndIsLeftAsItWas() {
      put(row(key, "Bob"));
      assertThat(set(named("Bob"), Value.text("Robert")))
          .isEqualTo(new WriteOutcome.Refused(new Image.Duplicate(2)));
    }

    @Test
    void anExpectedAbsenceIsFilledOnce() {
      SharedKey eve = SharedKey.of("eve");
      ConditionalWrite insert =
          new ConditionalWrite(
              dataset, eve, Image.ABSENT, new Change.Insert(Map.of("name", Value.text("Eve"))));

      assertThat(store.write(insert)).isEqualTo(new WriteOutcome.Applied());
      assertThat(name(dataset, eve)).isEqualTo(Value.text("Eve"));
      assertThat(store.write(insert)).isEqualTo(new WriteOutcome.Refused(read(dataset, eve)));
    }

    @Test
    void anAnswerLostOnTheWayIsUnknownNotRefused() throws IOException {
      try (LossyLine line = fixture.loseAnswers();
          Store cut =
              fixture
                  .kind()
                  .open(settings(fixture.through(fixture.writer(database), line.port())))) {
        WriteOutcome outcome =
            cut.write(
                new ConditionalWrite(
                    dataset,
                    key,
                    named("Bob"),
                    new Change.Set(Map.of("name", Value.text("Robert")))));

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
      }
      assertThat(name(dataset, key)).isEqualTo(Value.text("Robert"));
    }

    @Test
    void aRowAsExpectedIsDeletedAndNoOther() {
      assertThat(store.write(new ConditionalWrite(dataset, key, named("Bo"), new Change.Delete())))
          .isInstanceOf(WriteOutcome.Refused.class);
      assertThat(store.write(new ConditionalWrite(dataset, key, named("Bob"), new Change.Delete())))
          .isEqualTo(new WriteOutcome.Applied());
      assertThat(read(dataset, key)).isInstanceOf(Image.Absent.class);
      assertThat(name(dataset, SharedKey.of("Bob "))).isEqualTo(Value.text("other"));
    }
  }
}
