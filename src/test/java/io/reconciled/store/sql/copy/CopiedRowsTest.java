package io.reconciled.store.sql.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiedRowsTest {
  private static final byte[] HEADER =
      ByteBuffer.allocate(19)
          .put("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1))
          .array();
  private static final byte[] TRAILER = {-1, -1};
  private static final byte[] ROW =
      ByteBuffer.allocate(19)
          .putShort((short) 2)
          .putInt(8)
          .putLong(7)
          .putInt(1)
          .put((byte) 'a')
          .array();

  @Test
  void rowsAreReadHoweverMessagesHoldThem() throws SQLException {
    assertThat(drain(joined(HEADER, ROW), ROW, TRAILER).rows()).isEqualTo(2);
    assertThat(drain(HEADER, joined(ROW, ROW, TRAILER)).rows()).isEqualTo(2);
    assertThat(drain(joined(HEADER, TRAILER)).rows()).isZero();

    RowBlock block = drain(joined(HEADER, ROW, TRAILER));

    assertThat(block.key(0, KeyType.INTEGER)).isEqualTo(SharedKey.of(7));
    assertThat(block.image(0).attributes()).isEqualTo(Map.of("name", Value.text("a")));
  }

  @Test
  void whatIsNoWholeCopyIsNeverTakenForAShorterOne() {
    byte[] half = Arrays.copyOf(ROW, 12);
    byte[] threeFields = ROW.clone();
    threeFields[1] = 3;
    byte[] endless = ROW.clone();
    endless[2] = 0x7F;

    assertMalformed();
    assertMalformed(HEADER);
    assertMalformed(joined(HEADER, ROW));
    assertMalformed(TRAILER);
    assertMalformed(ROW, TRAILER);
    assertMalformed(joined(HEADER, half));
    assertMalformed(joined(HEADER, half), TRAILER);
    assertMalformed(joined(HEADER, threeFields, TRAILER));
    assertMalformed(joined(HEADER, endless, TRAILER));
    assertMalformed(joined(HEADER, TRAILER, ROW));
    assertMalformed(joined(HEADER, TRAILER), ROW);
  }

  private static void assertMalformed(byte[]... messages) {
    assertThatThrownBy(() -> drain(messages))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08P01"));
  }

  private static RowBlock drain(byte[]... messages) throws SQLException {
    RowWriter writer = new RowWriter(List.of("name"));
    CopiedRows rows =
        new CopiedRows(
            new CopyMessages(new SentMessages(messages)),
            KeyType.INTEGER,
            List.of(WholeField.signed(), TextField.asSent()));
    while (rows.write(writer)) {
      // The writer has one row more.
    }
    return writer.take();
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer whole = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    Arrays.stream(parts).forEach(whole::put);
    return whole.array();
  }
}
