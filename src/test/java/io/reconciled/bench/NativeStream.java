package io.reconciled.bench;

/**
 * The rows of one table as the driver streams them, in the quickest way that the driver has. Used
 * once, by one thread, and by one of its two methods.
 */
interface NativeStream extends AutoCloseable {

  /** Reads every column of every row and keeps none; returns how many rows there were. */
  long drain() throws Exception;

  /**
   * Puts the next rows into an empty batch: the key as a number, the mapped columns as the bytes
   * that came.
   *
   * @return false at the end, when nothing was put
   */
  boolean fill(Batch batch) throws Exception;

  @Override
  void close() throws Exception;
}
