package io.reconciled.store.sql.prepared;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalFieldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.00",
        "-0.00",
        "1",
        "-1.50",
        "12.00",
        "100.00",
        "0.01",
        "-.5",
        "7.",
        "000001.10",
        "99999999.999999999",
        "123456789012345678",
        "-123456789012345678"
      })
  void aDecimalHasTheBytesOfItsValue(String text) {
    ByteSink sink = new ByteSink(16);

    assertThat(put(text, sink)).isTrue();

    assertThat(sink.toArray()).isEqualTo(ValueBytes.of(Value.number(new BigDecimal(text))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775807",
        "-9223372036854775808.000",
        "0.000000000000000000000000000001",
        "99999999999999999999999999999999999.999999999999999999999999999999",
        "1e5",
        "+1.5",
        "1.2.3",
        "-",
        ""
      })
  void whatIsNoShortDecimalIsLeftToTheDriver(String text) {
    ByteSink sink = new ByteSink(16);

    assertThat(put(text, sink)).isFalse();

    assertThat(sink.size()).isZero();
  }

  private static boolean put(String text, ByteSink sink) {
    byte[] row = ("," + text + ",").getBytes(StandardCharsets.US_ASCII);
    return DecimalField.put(row, 1, row.length - 1, sink);
  }
}
