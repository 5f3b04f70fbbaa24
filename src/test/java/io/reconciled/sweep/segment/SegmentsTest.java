package io.reconciled.sweep.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MOST = 20;
  private final SegmentsInMemory log = new SegmentsInMemory();
  private Optional<Instant> followedSince = Optional.of(T0);
  private Segments segments = open();

  private Segments open() {
    return new Segments(SUBSCRIBER, log, () -> followedSince, MOST);
  }

  @Test
  void whatWasNeverReadCountsAsMoved() {
    assertThat(segments.moved()).containsExactly(KeyRange.ALL);

    read(range(0, 100), 1);

    assertThat(segments.moved()).containsExactly(to(0), from(100));
  }

  @Test
  void onlyTheSegmentOfAKeyThatMovedIsReadAgainAndNeighboursAreOneRange() {
    readAll(1, 0, 10, 20, 30, 40);
    assertThat(segments.moved()).isEmpty();

    segments.moved(SharedKey.of(12), T0.plusSeconds(2));
    segments.moved(SharedKey.of(20), T0.plusSeconds(2));
    segments.moved(SharedKey.of(41), T0.plusSeconds(2));

    assertThat(segments.moved()).containsExactly(range(10, 30), from(40));
  }

  @Test
  void aMoveThatWasToldBeforeTheReadingBeganIsReadAndALaterOneIsNot() {
    readAll(1, 0, 10, 20);
    segments.moved(SharedKey.of(5), T0.plusSeconds(2));
    segments.moved(SharedKey.of(15), T0.plusSeconds(4));

    read(range(0, 20), 3);

    assertThat(segments.moved()).containsExactly(range(0, 20));
    read(range(0, 20), 5);
    assertThat(segments.moved()).isEmpty();
  }

  @Test
  void aReadingOfAPartLeavesTheMarkOnTheRest() {
    readAll(1, 0, 100);
    segments.moved(SharedKey.of(50), T0.plusSeconds(2));

    read(range(0, 40), 3);

    assertThat(segments.moved()).containsExactly(range(40, 100));
  }

  @Test
  void whileNotAllChangesAreFollowedEverythingCountsAsMoved() {
    readAll(1, 0, 10);
    followedSince = Optional.empty();

    assertThat(segments.moved()).containsExactly(KeyRange.ALL);
  }

  @Test
  void whatWasReadBeforeChangesWereFollowedCountsAsMoved() {
    readAll(1, 0, 10);
    followedSince = Optional.of(T0.plusSeconds(2));
    read(range(0, 10), 3);

    assertThat(segments.moved()).containsExactly(to(0), from(10));
  }

  @Test
  void aChangeThatDidNotShowItsKeyMayHaveMovedAny() {
    readAll(1, 0, 10);
    segments.missed(T0.plusSeconds(2));
    read(range(0, 10), 3);

    assertThat(segments.moved()).containsExactly(to(0), from(10));
  }

  @Test
  void agesAreOnRecord() {
    readAll(1, 0, 10);
    read(range(0, 10), 3);

    segments = open();
    segments.load(Instant.MIN, Instant.MAX);

    assertThat(segments.now()).extracting(SegmentNow::read).containsExactly(at(1), at(3), at(1));
  }

  @Test
  void whatWasReadUnderOtherRulesWasNeverRead() {
    readAll(1, 0, 10);
    read(range(0, 10), 3);

    segments = open();
    segments.load(T0.plusSeconds(2), Instant.MAX);

    assertThat(segments.now())
        .extracting(SegmentNow::read)
        .containsExactly(Optional.empty(), at(3), Optional.empty());
  }

  @Test
  void keysAreDividedWhereSegmentsBegin() {
    assertThat(segments.bounds(4)).isEmpty();
    Cuts cuts = new Cuts(10);
    for (int key = 0; key < 80; key++) {
      if (cuts.isDueAtNext()) {
        cuts.at(SharedKey.of(key));
      }
    }

    segments.read(KeyRange.ALL, T0, cuts);

    assertThat(segments.bounds(1)).isEmpty();
    assertThat(segments.bounds(2)).containsExactly(SharedKey.of(40));
    assertThat(segments.bounds(3)).containsExactly(SharedKey.of(30), SharedKey.of(60));
    assertThat(segments.bounds(100)).hasSize(7);
  }

  @Test
  void whatWasReadUnderAClockThatWasSetBackWasNeverRead() {
    readAll(1, 0, 10);
    read(range(0, 10), 3);

    segments = open();
    segments.load(Instant.MIN, T0.plusSeconds(2));

    assertThat(segments.now())
        .extracting(SegmentNow::read)
        .containsExactly(at(1), Optional.empty(), at(1));
  }

  @Test
  void aLargeRangeIsCutAndNoSegmentIsSmallerThanHalf() {
    Cuts cuts = new Cuts(10);
    for (int key = 0; key < 34; key++) {
      if (cuts.isDueAtNext()) {
        cuts.at(SharedKey.of(key));
      }
    }

    segments.read(KeyRange.ALL, T0.plusSeconds(1), cuts);

    assertThat(segments.now())
        .extracting(SegmentNow::range)
        .containsExactly(to(10), range(10, 20), from(20));
  }

  @Test
  void howeverMuchIsReadTheNumberOfSegmentsIsBoundedAndTheyCoverEveryKeyOnce() {
    for (int round = 1; round <= 3; round++) {
      for (int key = 0; key < 50 * MOST; key += 10) {
        read(range(key, key + 10), round);
        segments.moved(SharedKey.of(key * 7 % 900), T0.plusSeconds(round));
      }
    }

    List<SegmentNow> all = segments.now();
    assertThat(all).hasSizeLessThanOrEqualTo(MOST + 2).hasSizeGreaterThan(MOST / 4);
    assertThat(all.getFirst().range().from()).isEmpty();
    assertThat(all.getLast().range().to()).isEmpty();
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).range().from()).isEqualTo(all.get(i - 1).range().to());
    }
    assertThat(log.of(SUBSCRIBER))
        .extracting(Segment::range)
        .containsExactlyElementsOf(all.stream().map(SegmentNow::range).toList());
  }

  private void readAll(int second, int... bounds) {
    read(to(bounds[0]), second);
    for (int i = 1; i < bounds.length; i++) {
      read(range(bounds[i - 1], bounds[i]), second);
    }
    read(from(bounds[bounds.length - 1]), second);
  }

  private void read(KeyRange range, int second) {
    Cuts cuts = new Cuts();
    for (int key = 0; key < 10; key++) {
      cuts.isDueAtNext();
    }
    segments.read(range, T0.plusSeconds(second), cuts);
  }

  private static Optional<Instant> at(int second) {
    return Optional.of(T0.plusSeconds(second));
  }

  private static KeyRange range(long from, long to) {
    return new KeyRange(Optional.of(SharedKey.of(from)), Optional.of(SharedKey.of(to)));
  }

  private static KeyRange to(long bound) {
    return new KeyRange(Optional.empty(), Optional.of(SharedKey.of(bound)));
  }

  private static KeyRange from(long bound) {
    return new KeyRange(Optional.of(SharedKey.of(bound)), Optional.empty());
  }
}
