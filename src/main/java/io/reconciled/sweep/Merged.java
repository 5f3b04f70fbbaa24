package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import java.util.Optional;

/** How far a merge of a range came. */
sealed interface Merged {

  /**
   * Every key before the bound was compared.
   *
   * @param bound empty at the end of the range
   */
  record Done(Optional<SharedKey> bound) implements Merged {}

  /** A stream was cut before it had shown any key, so that nothing can be told. */
  record TooShort() implements Merged {}

  /**
   * A stream broke; every key before this one was compared with it.
   *
   * @param at empty where it broke before the first key
   */
  record Broken(Optional<SharedKey> at, DatasetName dataset, Unread why) implements Merged {}

  /** The sweep was asked to stop; every key before this one was compared. */
  record Stopped(SharedKey at) implements Merged {}
}
