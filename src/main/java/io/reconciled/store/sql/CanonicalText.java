package io.reconciled.store.sql;

import io.reconciled.model.KeyType;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Field;

/**
 * How a database writes the values of a column as the text that digests are taken of: equal texts
 * where, and only where, scans would give equal values, in whatever database. A text shows where it
 * ends, so that texts one after the other are read in one way only:
 *
 * <ul>
 *   <li>{@code -} is null;
 *   <li>{@code n12;} a number, {@code n0.5;} without trailing zeros;
 *   <li>{@code t4:text} a text after the number of its code points;
 *   <li>{@code b1} and {@code b0} a truth;
 *   <li>{@code d12;} a date, in days since 1970;
 *   <li>{@code u} and 36 characters a UUID;
 *   <li>{@code x4:name} an unmapped value of the dataset of this name, which is like none
 *       elsewhere.
 * </ul>
 *
 * @param key the type of key that it may be; empty for none
 * @param of from the column; never null
 */
record CanonicalText(Optional<KeyType> key, UnaryOperator<Field<?>> of) {
  static CanonicalText ofKey(KeyType key, UnaryOperator<Field<?>> of) {
    return new CanonicalText(Optional.of(key), of);
  }

  static CanonicalText ofValue(UnaryOperator<Field<?>> of) {
    return new CanonicalText(Optional.empty(), of);
  }
}
