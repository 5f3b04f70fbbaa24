package io.reconciled.demo.score;

import io.reconciled.demo.services.Loss;

/** What a report turned out to be. */
public sealed interface Judged {
  Reported reported();

  /** It was made wrong on purpose. */
  record Found(Reported reported, Loss loss) implements Judged {}

  /**
   * It should not have been reported.
   *
   * @param why in words
   */
  record False(Reported reported, String why) implements Judged {}
}
