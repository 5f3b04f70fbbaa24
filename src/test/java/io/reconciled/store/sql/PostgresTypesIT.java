package io.reconciled.store.sql;

import static io.reconciled.store.ColumnKinds.decimal;
import static io.reconciled.store.ColumnKinds.moment;
import static io.reconciled.store.ColumnKinds.unmapped;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.ColumnKinds;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresTypesIT {
  private static final String UUID_TEXT = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

  private final ColumnKinds kinds =
      new ColumnKinds()
          .with("smallint", "-32768", Value.number(-32768))
          .with("integer", "2147483647", Value.number(2147483647))
          .with("bigint", "9223372036854775807", Value.number(Long.MAX_VALUE))
          .with("numeric(10,2)", "1.50", decimal("1.5"))
          .with("numeric(10,2)", "2.00", Value.number(2))
          .with("numeric", "18446744073709551615", decimal("18446744073709551615"))
          .with("numeric", "'NaN'", new Value.NotFinite(Double.NaN))
          .with("real", "16777216", Value.number(16777216))
          .with("double precision", "0.1", Value.number(0.1))
          .with("double precision", "'-Infinity'", new Value.NotFinite(Double.NEGATIVE_INFINITY))
          .with("boolean", "true", new Value.Bool(true))
          .with("text", "''", Value.text(""))
          .with("text", "NULL", Value.NULL)
          .with("varchar(20)", "'語 '", Value.text("語 "))
          .with("char(5)", "'ab'", Value.text("ab"))
          .with("mood", "'happy'", Value.text("happy"))
          .with("email", "'a@b.c'", Value.text("a@b.c"))
          .with(
              "timestamptz(3)",
              "'2024-05-06 07:08:09.123+02'",
              moment("2024-05-06T05:08:09.123Z", 3))
          .with("timestamp(0)", "'2024-05-06 07:08:09'", local("2024-05-06T07:08:09", 0))
          .with("timestamp", "'1969-12-31 23:59:59.999999'", local("1969-12-31T23:59:59.999999", 6))
          .with("timestamptz", "'infinity'", unmapped("infinite timestamptz"))
          .with("date", "'2024-02-29'", new Value.Date(LocalDate.parse("2024-02-29")))
          .with("time", "'07:08:09.5'", new Value.Time(LocalTime.parse("07:08:09.5")))
          .with("uuid", "'" + UUID_TEXT + "'", new Value.Uuid(UUID.fromString(UUID_TEXT)))
          .with("bytea", "'\\xCAFE'", new Value.Bytes("cafe"))
          .with("json", "'{}'", new Value.Document(new TreeMap<>()))
          .with("jsonb", "'null'", Value.JSON_NULL)
          .with("jsonb", "NULL", Value.NULL)
          .with("json", "'{\"a\": {\"b\": 1, \"b\": 1}}'", unmapped("json with a duplicate key"))
          .with("text[]", "'{a,NULL,\"NULL\",\"x,y\\\\ \"}'", list("a", null, "NULL", "x,y\\ "))
          .with("int[]", "'{{1,2},{3,NULL}}'", nested())
          .with("int[]", "'{}'", list())
          .with("int[]", "'[0:1]={1,2}'", unmapped("array with bounds of its own"))
          .with("mood[]", "'{happy}'", list("happy"))
          .with("email[]", "'{a@b.c}'", unmapped("email[]"))
          .with("hidden.level", "'low'", Value.text("low"))
          .with("hidden.level[]", "'{low}'", list("low"))
          .with("money[]", "'{1}'", unmapped("money[]"))
          .with("int4range", "'[1,5)'", unmapped("int4range"))
          .with("interval", "'-1 day +01:00:00.000001'", span("PT-22H-59M-59.999999S"))
          .with("interval", "'2562047788:00:00'", span("PT2562047788H"))
          .with("interval", "'1 month'", unmapped("interval with months"))
          .with("interval", "'infinity'", unmapped("infinite interval"))
          .with("inet", "'10.0.0.1'", unmapped("inet"))
          .with("money", "1.5", unmapped("money"))
          .with("point", "'(1,2)'", unmapped("point"))
          .with("bit", "B'1'", new Value.Bool(true))
          .with("bit(3)", "B'101'", Value.number(5))
          .with("varbit", "B'101'", unmapped("varbit"))
          .with("timetz", "'07:08:09+02'", unmapped("timetz"))
          .with("time", "'24:00'", unmapped("time 24:00"))
          .with("xml", "'<a/>'", unmapped("xml"))
          .with("pair", "'(,)'", unmapped("pair"))
          .with("pair", "NULL", Value.NULL)
          .with("money", "NULL", Value.NULL)
          .with("mood[]", "NULL", Value.NULL);

  private static Value local(String local, int digits) {
    return new Value.LocalMoment(LocalDateTime.parse(local), digits);
  }

  private static Value span(String duration) {
    return new Value.Span(Duration.parse(duration));
  }

  private static Value list(@Nullable String... texts) {
    return new Value.Array(
        Arrays.stream(texts).map(text -> text == null ? Value.NULL : Value.text(text)).toList());
  }

  private static Value nested() {
    return new Value.Array(
        List.of(
            new Value.Array(List.of(Value.number(1), Value.number(2))),
            new Value.Array(List.of(Value.number(3), Value.NULL))));
  }

  @Test
  void eachKindOfColumnIsReadAsItsCanonicalValue() throws SQLException {
    Database database = Servers.shared().postgres().freshDatabase("kinds");
    database.execute(
        "CREATE TYPE mood AS ENUM ('sad', 'happy')",
        "CREATE DOMAIN email AS text CHECK (true)",
        "CREATE TYPE pair AS (a int, b text)",
        "CREATE SCHEMA hidden",
        "CREATE TYPE hidden.level AS ENUM ('low')");

    assertThat(kinds.stored(SqlStoreKind.postgres(), database))
        .containsExactlyInAnyOrderEntriesOf(kinds.expected());
  }
}
