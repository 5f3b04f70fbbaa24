package io.reconciled.rules.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.rules.AnyValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A local time is one moment in its zone, or none. */
class InZoneTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2024-01-15T12:00, 2024-01-15T11:00:00Z",
    "Europe/Berlin, 2024-03-31T01:59:59, 2024-03-31T00:59:59Z",
    "Europe/Berlin, 2024-03-31T03:00, 2024-03-31T01:00:00Z",
    "Europe/Berlin, 2024-10-27T01:59:59, 2024-10-26T23:59:59Z",
    "Europe/Berlin, 2024-10-27T03:00, 2024-10-27T02:00:00Z",
    "Australia/Lord_Howe, 2024-07-01T10:30, 2024-07-01T00:00:00Z",
    "+05:30, 2024-07-01T05:30, 2024-07-01T00:00:00Z",
    "UTC, 1969-12-31T23:59:59, 1969-12-31T23:59:59Z"
  })
  void localTimeIsTheMomentAtWhichClocksShowIt(ZoneId zone, LocalDateTime local, Instant moment) {
    assertThat(new InZone(zone).apply(new Value.LocalMoment(local, 3)))
        .isEqualTo(new Value.Moment(moment, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2024-03-31T02:00, skips",
    "Europe/Berlin, 2024-03-31T02:59:59.999999999, skips",
    "Europe/Berlin, 2024-10-27T02:00, has twice",
    "Europe/Berlin, 2024-10-27T02:59:59.999999999, has twice",
    "Pacific/Apia, 2011-12-30T12:00, skips",
    "America/New_York, 2024-11-03T01:30, has twice"
  })
  void localTimeThatIsNoOneMomentIsUnmapped(ZoneId zone, LocalDateTime local, String what) {
    assertThat(new InZone(zone).apply(new Value.LocalMoment(local, 3)))
        .isEqualTo(new Value.Unmapped("local time that " + zone + " " + what));
  }

  @Property
  void onlyLocalTimesChange(@ForAll("zones") InZone zone, @ForAll("values") Value value) {
    Value meant = zone.apply(value);
    if (value instanceof Value.LocalMoment) {
      assertThat(meant).isInstanceOfAny(Value.Moment.class, Value.Unmapped.class);
    } else {
      assertThat(meant).isEqualTo(value);
    }
  }

  @Test
  void zoneIsNamedAsWritten() {
    assertThat(InZone.of("Europe/Berlin").orElseThrow().name()).isEqualTo("zone: Europe/Berlin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Europe/Berlim", "+25:00", "europe/berlin", "CEST", "\u0000"})
  void unknownZoneIsNone(String zone) {
    assertThat(InZone.of(zone)).isEmpty();
  }

  @Provide
  Arbitrary<InZone> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(id -> InZone.of(id).orElseThrow());
  }

  @Provide
  Arbitrary<Value> values() {
    return AnyValue.any();
  }
}
