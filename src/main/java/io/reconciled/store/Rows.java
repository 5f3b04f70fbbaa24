package io.reconciled.store;

import io.reconciled.model.encoded.RowBlock;
import java.util.Optional;

/** Rows of one scan, streamed. Closing it before its end frees the connection at once. */
public interface Rows extends AutoCloseable {

  /**
   * The next rows, one block after the other.
   *
   * @return empty at the end of the range, or of the limit
   * @throws StoreFailure where the stream breaks: what was not seen by then was not seen
   */
  Optional<RowBlock> next();

  /** Once the end was seen: whether the limit made it, so that more rows may follow. */
  boolean cut();

  @Override
  void close();
}
