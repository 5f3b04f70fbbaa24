package io.reconciled.store;

import java.util.Iterator;

/**
 * Rows of one scan, streamed. Closing it before its end frees the connection at once.
 *
 * <p>{@code hasNext} and {@code next} throw {@link StoreUnavailable} where the stream breaks: what
 * was not seen by then was not seen.
 */
public interface Rows extends Iterator<ScannedRow>, AutoCloseable {
  @Override
  void close();
}
