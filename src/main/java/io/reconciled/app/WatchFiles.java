package io.reconciled.app;

import java.util.function.Supplier;

/**
 * Notices that files have changed, and asks for a reload once they stand still: a file that is
 * being written looks different from one round to the next. Used by one thread.
 */
final class WatchFiles {
  private final Supplier<String> mark;
  private final Runnable reload;
  private String handled;
  private String seen;

  /**
   * @param mark of what the files hold
   * @param loaded their mark before they were loaded
   */
  WatchFiles(Supplier<String> mark, String loaded, Runnable reload) {
    this.mark = mark;
    this.reload = reload;
    this.handled = loaded;
    this.seen = loaded;
  }

  void round() {
    String now = mark.get();
    if (now.equals(seen) && !now.equals(handled)) {
      handled = now;
      reload.run();
    }
    seen = now;
  }
}
