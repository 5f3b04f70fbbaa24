package io.reconciled.store;

import java.time.Instant;
import java.util.Map;

/**
 * One change as the capture engine delivers it, in plain types.
 *
 * @param source the engine's source block (schema, table, collection, ...)
 * @param id the event's own key: primary key columns, or a document's {@code _id}
 * @param before fields before the change, as far as the store shows them
 * @param after fields after the change; empty for a delete
 * @param update whether a row or document changed that was there before
 * @param committed when the store says it was committed; a label, never used for order
 */
public record ChangeEvent(
    Map<String, Object> source,
    Map<String, Object> id,
    Map<String, Object> before,
    Map<String, Object> after,
    boolean update,
    Instant committed) {

  /** An insert, where there is nothing before it, or a delete, where there is nothing after. */
  public ChangeEvent(
      Map<String, Object> source,
      Map<String, Object> id,
      Map<String, Object> before,
      Map<String, Object> after,
      Instant committed) {
    this(source, id, before, after, false, committed);
  }
}
