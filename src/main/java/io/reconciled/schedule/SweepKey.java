package io.reconciled.schedule;

import io.reconciled.model.EntityName;
import io.reconciled.schedule.ScheduledSweep.Keys;
import org.quartz.JobKey;
import org.quartz.TriggerKey;

/** Jobs and triggers go by the name of the entity, in one group for each kind of sweep. */
final class SweepKey {
  private SweepKey() {}

  static String group(Keys keys) {
    return switch (keys) {
      case ALL -> "sweeps";
      case MOVED -> "moved";
    };
  }

  static JobKey job(ScheduledSweep sweep) {
    return new JobKey(sweep.entity().value(), group(sweep.keys()));
  }

  static TriggerKey trigger(ScheduledSweep sweep) {
    return new TriggerKey(sweep.entity().value(), group(sweep.keys()));
  }

  static ScheduledSweep sweep(JobKey job) {
    Keys keys = job.getGroup().equals(group(Keys.MOVED)) ? Keys.MOVED : Keys.ALL;
    return new ScheduledSweep(new EntityName(job.getName()), keys);
  }
}
