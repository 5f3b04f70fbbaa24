package io.reconciled.schedule;

import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;

/**
 * Sweeps by the clock. What the rules say is brought into line with what is stored, once per start;
 * a trigger that stays the same keeps its next time, so that an overdue one fires at once.
 *
 * <p>Cron expressions are read in UTC. All methods throw {@link ScheduleFailure} where the schedule
 * or the state database under it fails.
 */
public final class QuartzSchedule {
  private static final String NAME = "reconciled";
  private static final TimeZone ZONE = TimeZone.getTimeZone("UTC");
  private final Scheduler scheduler;

  private QuartzSchedule(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Starts the schedule; {@link #stop} ends it.
   *
   * @param crons when to sweep; what is missing is not started by the clock
   * @param sweep starts a sweep and returns without waiting for its end
   */
  public static QuartzSchedule start(
      DataSource database, Map<ScheduledSweep, String> crons, Consumer<ScheduledSweep> sweep) {
    DBConnectionManager.getInstance().addConnectionProvider(NAME, new StateConnections(database));
    try {
      Scheduler scheduler = new StdSchedulerFactory(properties()).getScheduler();
      scheduler.setJobFactory((fired, ofScheduler) -> new SweepJob(sweep));
      QuartzSchedule schedule = new QuartzSchedule(scheduler);
      schedule.bringIntoLine(crons);
      scheduler.start();
      return schedule;
    } catch (SchedulerException failure) {
      throw new ScheduleFailure(
          "The schedule of sweeps did not start. Check the state database, where it is kept.",
          failure);
    }
  }

  /** Lets go of the state database; what fires meanwhile fires at the next start. */
  public void stop() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException failure) {
      throw new ScheduleFailure("The schedule of sweeps did not stop in order.", failure);
    }
  }

  private void bringIntoLine(Map<ScheduledSweep, String> crons) throws SchedulerException {
    Set<JobKey> gone = new HashSet<>();
    for (ScheduledSweep.Keys keys : ScheduledSweep.Keys.values()) {
      gone.addAll(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(SweepKey.group(keys))));
    }
    for (Map.Entry<ScheduledSweep, String> sweep : crons.entrySet()) {
      gone.remove(SweepKey.job(sweep.getKey()));
      if (!isStored(sweep.getKey(), sweep.getValue())) {
        CronTrigger trigger = trigger(sweep.getKey(), sweep.getValue());
        scheduler.scheduleJob(job(sweep.getKey()), Set.of(trigger), true);
      }
    }
    scheduler.deleteJobs(gone.stream().toList());
  }

  private boolean isStored(ScheduledSweep sweep, String cron) throws SchedulerException {
    return scheduler.getTrigger(SweepKey.trigger(sweep)) instanceof CronTrigger stored
        && stored.getCronExpression().equals(cron)
        && stored.getTimeZone().equals(ZONE);
  }

  private static JobDetail job(ScheduledSweep sweep) {
    return JobBuilder.newJob(SweepJob.class)
        .withIdentity(SweepKey.job(sweep))
        .storeDurably()
        .build();
  }

  private static CronTrigger trigger(ScheduledSweep sweep, String cron) {
    return TriggerBuilder.newTrigger()
        .withIdentity(SweepKey.trigger(sweep))
        .withSchedule(
            CronScheduleBuilder.cronSchedule(cron)
                .inTimeZone(ZONE)
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, NAME);
    properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, JobStoreTX.class.getName());
    // Its types, BYTEA and BOOLEAN read as such, are H2's as well.
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
    properties.setProperty("org.quartz.jobStore.dataSource", NAME);
    properties.setProperty("org.quartz.jobStore.useProperties", "true");
    return properties;
  }
}
