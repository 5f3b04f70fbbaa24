package io.reconciled.due;

import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import java.time.Instant;

/** Is told what capture sees move, before it is due. Capture waits for it, so it must be quick. */
public interface WatchMoves {
  /** Watches nothing. */
  WatchMoves NOTHING =
      new WatchMoves() {
        @Override
        public void moved(EntityKey key, Instant at) {}

        @Override
        public void missed(EntityName entity, Instant at) {}
      };

  /** A change of the key was delivered. */
  void moved(EntityKey key, Instant at);

  /** A change was delivered that may be of this entity, and did not show of which key. */
  void missed(EntityName entity, Instant at);
}
