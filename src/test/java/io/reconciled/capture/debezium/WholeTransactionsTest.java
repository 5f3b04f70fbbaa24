package io.reconciled.capture.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeTransactionsTest {

  @Test
  void whatWasReadOfATransactionIsReadAgain() {
    assertThat(
            WholeTransactions.from(
                """
                {"file":"binlog.000002","pos":4711,"gtids":"0-1-12","row":1,"event":7200}\
                """))
        .isEqualTo(
            """
            {"file":"binlog.000002","pos":4711,"gtids":"0-1-12"}\
            """);
  }

  @Test
  void anyOtherPositionIsKept() {
    String position = "{\"lsn_proc\":9223372036854775807,\"txId\":null}";

    assertThat(WholeTransactions.from(position)).isEqualTo(position);
    assertThat(WholeTransactions.from("null")).isEqualTo("null");
    assertThat(WholeTransactions.from("{cut")).isEqualTo("{cut");
  }
}
