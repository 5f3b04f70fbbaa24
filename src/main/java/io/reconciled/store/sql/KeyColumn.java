package io.reconciled.store.sql;

import io.reconciled.model.KeyType;
import org.jooq.Field;

/** A column that holds the shared key, or one part of it. */
record KeyColumn(Field<Object> field, KeyType type) {}
