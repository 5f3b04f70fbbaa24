package io.reconciled.capture;

import io.reconciled.store.ChangeEvent;
import java.util.Map;

/** What an engine hands over, in the order of the store's log. */
public sealed interface Delivered {
  /** The engine's source offset of the record, as {@code ChangeFeed.position} reads it. */
  Map<String, ?> offset();

  /** A row or document changed. */
  record Change(Map<String, ?> offset, ChangeEvent event) implements Delivered {}

  /**
   * Any number of rows may have gone at once, of which none is told.
   *
   * @param event without key and images; {@code ChangeFeed.concerns} says whose rows they were
   * @param how what was done, such as {@code truncated}
   */
  record Emptied(Map<String, ?> offset, ChangeEvent event, String how) implements Delivered {}

  /** Nothing changed that is followed, but the log was read up to here: a heartbeat, a mark. */
  record Sign(Map<String, ?> offset) implements Delivered {}

  /**
   * A change that could not be read.
   *
   * @param why without stored values
   */
  record Broken(Map<String, ?> offset, String why) implements Delivered {}
}
