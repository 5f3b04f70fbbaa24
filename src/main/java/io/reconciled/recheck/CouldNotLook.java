package io.reconciled.recheck;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.rules.Entity;
import java.util.HashMap;
import java.util.Map;

/** What is read of a key whose look failed in a way that nobody foresaw. */
final class CouldNotLook {
  private CouldNotLook() {}

  static Readings readings(Entity entity, RuntimeException failed) {
    Unread why =
        new Unread(UnverifiedReason.TYPE, "the key cannot be looked at: " + inWords(failed));
    Map<DatasetName, Reading> readings = new HashMap<>();
    for (Dataset dataset : entity.datasets()) {
      readings.put(dataset.name(), why);
    }
    return new Readings(readings);
  }

  /** Its message may repeat stored values: only what it is, and where it comes from. */
  static String inWords(RuntimeException failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    String name = failed.getClass().getSimpleName();
    return trace.length == 0 ? name : name + " at " + trace[0];
  }
}
