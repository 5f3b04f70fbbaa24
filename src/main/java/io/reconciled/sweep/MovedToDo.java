package io.reconciled.sweep;

import java.util.Optional;

/**
 * What a sweep of what moved comes to.
 *
 * @param whyAll why it is a sweep of all keys; empty where it is not
 */
record MovedToDo(PiecesToDo toDo, Optional<String> whyAll) {
  static MovedToDo only(PiecesToDo moved) {
    return new MovedToDo(moved, Optional.empty());
  }

  static MovedToDo all(PiecesToDo all, String why) {
    return new MovedToDo(all, Optional.of(why));
  }
}
