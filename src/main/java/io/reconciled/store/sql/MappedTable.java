package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyForm;
import io.reconciled.model.KeyType;
import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A dataset as the table and columns it maps, every name quoted. */
final class MappedTable {
  private final Dataset dataset;
  private final List<KeyForm> forms;
  private final boolean inOurOrder;

  /** One whose key is not looked at, or is of its own types. */
  MappedTable(Dataset dataset) {
    this(dataset, ownForms(dataset), false);
  }

  /**
   * @param forms of the key's parts
   * @param inOurOrder whether the database's own order of the key is that of shared keys
   */
  MappedTable(Dataset dataset, List<KeyForm> forms, boolean inOurOrder) {
    this.dataset = dataset;
    this.forms = forms;
    this.inOurOrder = inOurOrder;
  }

  /** Of a key whose columns all have its own types. */
  static List<KeyForm> ownForms(Dataset dataset) {
    return dataset.keyFields().stream().map(column -> KeyForm.OWN).toList();
  }

  boolean isInOurOrder() {
    return inOurOrder;
  }

  Dataset dataset() {
    return dataset;
  }

  Table<Record> table() {
    return DSL.table(DSL.name(dataset.container().toArray(String[]::new)));
  }

  /** The rows that the dataset takes. */
  Condition taken() {
    return dataset.where().map(DSL::condition).orElse(DSL.noCondition());
  }

  /** The columns of the key's parts, in their order. */
  List<KeyColumn> keys() {
    List<KeyColumn> keys = new ArrayList<>();
    List<KeyType> types = dataset.keyShape().parts();
    for (int i = 0; i < types.size(); i++) {
      keys.add(new KeyColumn(column(dataset.keyFields().get(i)), types.get(i), forms.get(i)));
    }
    return keys;
  }

  List<Field<Object>> keyFields() {
    return keys().stream().map(KeyColumn::field).toList();
  }

  Field<Object> attribute(String attribute) {
    String column = dataset.attributes().get(attribute);
    if (column == null) {
      throw new IllegalArgumentException("dataset " + dataset + " has no attribute " + attribute);
    }
    return column(column);
  }

  /** Attribute names in the order of their {@link #columns}. */
  List<String> attributes() {
    return dataset.sortedAttributes();
  }

  /** The parts of the key, then each attribute. */
  List<Field<Object>> columns() {
    List<Field<Object>> columns = new ArrayList<>(keyFields());
    attributes().forEach(attribute -> columns.add(attribute(attribute)));
    return columns;
  }

  /** Selects {@link #columns}. */
  SelectJoinStep<Record> selectFrom(DSLContext sql) {
    return sql.select(columns()).from(table());
  }

  /** What a write sets, by column. */
  Map<Field<?>, Field<?>> assignments(Map<String, Value> values, ColumnTypes types) {
    Map<Field<?>, Field<?>> byColumn = new LinkedHashMap<>();
    values.forEach((attribute, value) -> byColumn.put(attribute(attribute), types.operand(value)));
    return byColumn;
  }

  private static Field<Object> column(String name) {
    return DSL.field(DSL.name(name));
  }
}
