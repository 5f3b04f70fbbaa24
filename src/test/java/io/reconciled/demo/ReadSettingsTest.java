package io.reconciled.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.reconciled.demo.ReadSettings.Read;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReadSettingsTest {

  private static final long RANDOM = 42;

  @Test
  void withoutAnySettingItRunsUntilSomebodyEndsIt() {
    assertThat(ReadSettings.of(List.of(), Map.of(), RANDOM))
        .isEqualTo(
            new Read.Sound(
                new Settings(
                    Optional.empty(),
                    true,
                    20,
                    50,
                    0,
                    Optional.empty(),
                    10_000,
                    false,
                    OptionalInt.empty(),
                    RANDOM,
                    Optional.empty())));
  }

  @Test
  void anArgumentWinsOverTheEnvironment() {
    Read read = ReadSettings.of(List.of("SECONDS=90"), Map.of("SECONDS", "5", "KILLS", "3"), 0);
    assertThat(read)
        .asInstanceOf(type(Read.Sound.class))
        .extracting(Read.Sound::settings)
        .returns(Optional.of(Duration.ofSeconds(90)), Settings::run)
        .returns(3, Settings::kills);
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    assertThat(
            ReadSettings.of(
                List.of("SECOND=90", "LOSS=maybe", "OUTAGE=erp:30", "RATE=0", "KILLS=2", "SEED=x"),
                Map.of(),
                RANDOM))
        .asInstanceOf(type(Read.Refused.class))
        .extracting(Read.Refused::problems, LIST)
        .hasSize(6);
  }

  @Test
  void anOutageMustFitIntoTheRun() {
    assertThat(ReadSettings.of(List.of("SECONDS=40", "OUTAGE=billing:30"), Map.of(), RANDOM))
        .isInstanceOf(Read.Refused.class);
    assertThat(ReadSettings.of(List.of("SECONDS=90", "OUTAGE=billing:30"), Map.of(), RANDOM))
        .isInstanceOf(Read.Sound.class);
  }
}
