package io.reconciled.store.sql;

import static io.reconciled.store.ColumnKinds.decimal;
import static io.reconciled.store.ColumnKinds.moment;
import static io.reconciled.store.ColumnKinds.unmapped;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.MariaDbServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.ColumnKinds;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MariaDbTypesIT {
  private static final String UUID_TEXT = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

  private final ColumnKinds kinds =
      new ColumnKinds()
          .with("tinyint(1)", "1", new Value.Bool(true))
          .with("tinyint(1)", "2", Value.number(2))
          .with("tinyint(4)", "1", Value.number(1))
          .with("tinyint unsigned", "255", Value.number(255))
          .with("smallint unsigned", "65535", Value.number(65535))
          .with("mediumint", "-8388608", Value.number(-8388608))
          .with("int unsigned", "4294967295", Value.number(4294967295L))
          .with("bigint", "-9223372036854775808", Value.number(Long.MIN_VALUE))
          .with("bigint unsigned", "18446744073709551615", decimal("18446744073709551615"))
          .with("decimal(10,2)", "1.50", decimal("1.5"))
          .with("decimal(10,2)", "2.00", Value.number(2))
          .with("float", "16777216", Value.number(16777216))
          .with("double", "0.1", Value.number(0.1))
          .with("year", "2024", Value.number(2024))
          .with("bit(1)", "b'1'", new Value.Bool(true))
          .with("bit(8)", "b'101'", Value.number(5))
          .with("bit(64)", "~0", decimal("18446744073709551615"))
          .with("varchar(20)", "''", Value.text(""))
          .with("varchar(20)", "NULL", Value.NULL)
          .with("varchar(20)", "'語 '", Value.text("語 "))
          .with("char(5)", "'ab'", Value.text("ab"))
          .with("longtext", "'long'", Value.text("long"))
          .with("enum('sad','happy')", "'happy'", Value.text("happy"))
          .with("enum('sad','happy')", "'none'", unmapped("empty enum label"))
          .with("set('a','b','c')", "'c,a'", new Value.Labels(new TreeSet<>(Set.of("a", "c"))))
          .with("set('a','b','c')", "''", new Value.Labels(new TreeSet<>()))
          .with("json", "'null'", Value.JSON_NULL)
          .with("json", "NULL", Value.NULL)
          .with("json", "'{\"a\": 1, \"a\": 1}'", unmapped("json with a duplicate key"))
          .with("longtext", "'{}'", Value.text("{}"))
          .with("inet4", "'10.0.0.1'", unmapped("inet4"))
          .with("inet6", "'::1'", unmapped("inet6"))
          .with("datetime(3)", "'2024-05-06 07:08:09.123'", local("2024-05-06T07:08:09.123", 3))
          .with("datetime", "'1969-12-31 23:59:59'", local("1969-12-31T23:59:59", 0))
          .with("datetime", "'0000-00-00'", unmapped("zero datetime"))
          .with("datetime", "'2024-05-00 01:02:03'", unmapped("incomplete datetime"))
          .with("timestamp NULL", "'0000-00-00'", unmapped("zero timestamp"))
          .with("date", "'0000-00-00'", unmapped("zero date"))
          .with("date", "'2024-00-10'", unmapped("incomplete date"))
          .with("year", "0", unmapped("zero year"))
          .with("timestamp(6) NULL", "FROM_UNIXTIME(1.5)", moment("1970-01-01T00:00:01.5Z", 6))
          .with("date", "'2024-02-29'", new Value.Date(LocalDate.parse("2024-02-29")))
          .with("time(1)", "'07:08:09.5'", new Value.Time(LocalTime.parse("07:08:09.5")))
          .with("time", "'30:00:00'", unmapped("time span"))
          .with("uuid", "'" + UUID_TEXT + "'", new Value.Uuid(UUID.fromString(UUID_TEXT)))
          .with("varbinary(10)", "x'CAFE'", new Value.Bytes("cafe"))
          .with("blob", "x'00'", new Value.Bytes("00"))
          .with("point", "POINT(1, 2)", unmapped("point"));

  private static Value local(String local, int digits) {
    return new Value.LocalMoment(LocalDateTime.parse(local), digits);
  }

  @Test
  void eachKindOfColumnIsReadAsItsCanonicalValue() throws SQLException {
    MariaDbServer server = Servers.shared().mariaDb();

    Database database = server.admin(server.freshDatabase("kinds"));
    String lax = "SET sql_mode = ''";

    assertThat(kinds.stored(SqlStoreKind.mariaDb(), database, lax))
        .containsExactlyInAnyOrderEntriesOf(kinds.expected());
  }
}
