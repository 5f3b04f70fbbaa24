package io.reconciled.store.sql;

import io.reconciled.store.sql.copy.BoolField;
import io.reconciled.store.sql.copy.BytesField;
import io.reconciled.store.sql.copy.CopiedField;
import io.reconciled.store.sql.copy.DateField;
import io.reconciled.store.sql.copy.IntervalField;
import io.reconciled.store.sql.copy.MomentField;
import io.reconciled.store.sql.copy.NumericField;
import io.reconciled.store.sql.copy.RealField;
import io.reconciled.store.sql.copy.TextField;
import io.reconciled.store.sql.copy.TimeField;
import io.reconciled.store.sql.copy.UuidField;
import io.reconciled.store.sql.copy.WholeField;
import java.util.Optional;

/** The types of PostgreSQL whose binary form is encoded as it is. */
final class PostgresFields {
  private PostgresFields() {}

  /** Empty for a type that is better read from its text. */
  static Optional<CopiedField> of(PostgresColumn column) {
    return switch (column.type()) {
      case "int2", "int4", "int8", "smallserial", "serial", "bigserial" ->
          Optional.of(WholeField.signed());
      case "oid" -> Optional.of(WholeField.oid());
      case "numeric" -> Optional.of(new NumericField());
      case "float4", "float8" -> Optional.of(new RealField());
      case "bool" -> Optional.of(new BoolField());
      case "text", "varchar", "name", "citext" -> Optional.of(TextField.asSent());
      case "bpchar" -> Optional.of(TextField.unpadded());
      case "timestamptz" -> Optional.of(MomentField.timestamptz(column.digits()));
      case "timestamp" -> Optional.of(MomentField.timestamp(column.digits()));
      case "date" -> Optional.of(new DateField());
      case "time" -> Optional.of(new TimeField());
      case "interval" -> Optional.of(new IntervalField());
      case "uuid" -> Optional.of(new UuidField());
      case "bytea" -> Optional.of(new BytesField());
      default -> column.isEnumeration() ? Optional.of(TextField.asSent()) : Optional.empty();
    };
  }
}
