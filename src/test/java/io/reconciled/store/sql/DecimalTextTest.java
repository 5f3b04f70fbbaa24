package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.model.encoded.ValueBytes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
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
        "-123456789012345678",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808.000",
        "0.000000000000000000000000000001",
        "99999999999999999999999999999999999.999999999999999999999999999999",
        "1e5",
        "1E-3",
        "+1.5"
      })
  void aDecimalHasTheBytesOfItsValue(String text) {
    RowWriter writer = new RowWriter(List.of("decimal"));
    writer.sink().putLong(0);
    writer.endSlice();
    DecimalText.put(text, writer.sink());
    writer.endSlice();
    writer.endRow();
    RowBlock block = writer.take();

    assertThat(Arrays.copyOfRange(block.bytes(), block.valueFrom(0, 0), block.valueTo(0, 0)))
        .isEqualTo(ValueBytes.of(Value.number(new BigDecimal(text))));
  }
}
