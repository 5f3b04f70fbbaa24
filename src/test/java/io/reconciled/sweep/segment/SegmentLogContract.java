package io.reconciled.sweep.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every log of segments does. */
abstract class SegmentLogContract {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName ORDER = new EntityName("order");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00.123456Z");
  private SegmentLog log;

  /** New and empty; keys are integers, those of {@code order} text. */
  abstract SegmentLog open();

  abstract void close();

  @BeforeEach
  void openLog() {
    log = open();
  }

  @AfterEach
  void closeLog() {
    close();
  }

  @Test
  void ofAnEntityThatWasNeverSweptNothingIsOnRecord() {
    assertThat(log.of(SUBSCRIBER)).isEmpty();
  }

  @Test
  void segmentsComeBackInTheOrderOfKeysAndShareTheirBounds() {
    Segment head = segment(Optional.empty(), key(9), Optional.of(T0));
    Segment middle = segment(key(9), key(100), Optional.empty());
    Segment tail = segment(key(100), Optional.empty(), Optional.of(T0.plusSeconds(1)));

    log.replace(SUBSCRIBER, List.of(), List.of(tail, head, middle));

    assertThat(log.of(SUBSCRIBER)).containsExactly(head, middle, tail);
    assertThat(log.of(ORDER)).isEmpty();
  }

  @Test
  void whatIsReplacedIsGoneAndWhatIsKeptAgainHasItsLastTime() {
    Segment head = segment(Optional.empty(), key(9), Optional.of(T0));
    Segment middle = segment(key(9), key(100), Optional.empty());
    Segment tail = segment(key(100), Optional.empty(), Optional.of(T0));
    log.replace(SUBSCRIBER, List.of(), List.of(head, middle, tail));

    Segment larger = segment(Optional.empty(), key(100), Optional.of(T0.plusSeconds(5)));
    log.replace(SUBSCRIBER, List.of(middle), List.of(larger));

    assertThat(log.of(SUBSCRIBER)).containsExactly(larger, tail);
  }

  @Test
  void anEmptyTextIsAKeyAndNotTheHead() {
    Optional<SharedKey> empty = Optional.of(SharedKey.of(""));
    Optional<SharedKey> odd = Optional.of(SharedKey.of("a\u0000b\\"));
    Segment head = segment(Optional.empty(), empty, Optional.of(T0));
    Segment first = segment(empty, odd, Optional.empty());
    Segment tail = segment(odd, Optional.empty(), Optional.of(T0));

    log.replace(ORDER, List.of(), List.of(head, first, tail));

    assertThat(log.of(ORDER)).containsExactly(head, first, tail);
  }

  private static Optional<SharedKey> key(long number) {
    return Optional.of(SharedKey.of(number));
  }

  private static Segment segment(
      Optional<SharedKey> from, Optional<SharedKey> to, Optional<Instant> read) {
    return new Segment(new KeyRange(from, to), 10_000, read, Optional.empty());
  }
}
