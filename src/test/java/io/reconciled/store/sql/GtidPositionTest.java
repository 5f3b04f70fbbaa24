package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GtidPositionTest {
  @Test
  void aServerReachesWhatItHasWrittenOrGot() {
    GtidPosition state = GtidPosition.parse("0-1-523,0-2-600,1-1-7");

    assertThat(state.reaches(GtidPosition.parse("0-1-523"))).isTrue();
    assertThat(state.reaches(GtidPosition.parse("0-1-20,1-1-7"))).isTrue();
    assertThat(state.reaches(GtidPosition.parse("0-1-524"))).isFalse();
    assertThat(state.reaches(GtidPosition.parse("0-3-1"))).isFalse();
    assertThat(GtidPosition.parse("").reaches(GtidPosition.parse("0-1-1"))).isFalse();
  }

  @Test
  void aPlaceIsAtAnotherOrOneTransactionFurther() {
    GtidPosition place = GtidPosition.parse("0-1-10,1-1-4");

    assertThat(GtidPosition.parse("0-1-10,1-1-4").isAtOrNext(place)).isTrue();
    assertThat(GtidPosition.parse("0-2-11,1-1-4").isAtOrNext(place)).isTrue();
    assertThat(GtidPosition.parse("0-1-12,1-1-4").isAtOrNext(place)).isFalse();
    assertThat(GtidPosition.parse("0-1-9,1-1-4").isAtOrNext(place)).isFalse();
    assertThat(GtidPosition.parse("0-1-10").isAtOrNext(place)).isFalse();
    assertThat(GtidPosition.parse("NULL").isAtOrNext(place)).isFalse();
  }

  @Test
  void whatWasPurgedLiesWithinAPlaceOrBehindIt() {
    GtidPosition place = GtidPosition.parse("0-1-10");

    assertThat(GtidPosition.parse("[0-1-10]").isWithin(place)).isTrue();
    assertThat(GtidPosition.parse("[]").isWithin(place)).isTrue();
    assertThat(GtidPosition.parse("[0-1-11]").isWithin(place)).isFalse();
    assertThat(GtidPosition.parse("[0-1-10,1-1-1]").isWithin(place)).isFalse();
  }

  @Test
  void aServerTookPartWhereItWroteSomething() {
    assertThat(GtidPosition.parse("0-1-10,0-2-3").has(2)).isTrue();
    assertThat(GtidPosition.parse("0-1-10").has(2)).isFalse();
  }
}
