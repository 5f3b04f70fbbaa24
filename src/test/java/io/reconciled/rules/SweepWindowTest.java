package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.rules.SweepLimits.Window;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepWindowTest {
  @ParameterizedTest
  @CsvSource({
    "22:00,06:00,21:59,false", "22:00,06:00,22:00,true", "22:00,06:00,00:00,true",
    "22:00,06:00,05:59,true", "22:00,06:00,06:00,false", "01:00,05:00,00:59,false",
    "01:00,05:00,01:00,true", "01:00,05:00,05:00,false", "12:00,00:00,23:59,true",
    "12:00,00:00,00:00,false", "00:00,12:00,00:00,true"
  })
  void aWindowMayGoOverMidnight(LocalTime from, LocalTime to, LocalTime at, boolean within) {
    assertThat(new Window(from, to).contains(at)).isEqualTo(within);
  }
}
