package io.reconciled.schedule;

import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Asks for the sweep that the job stands for. */
final class SweepJob implements Job {
  private final Consumer<ScheduledSweep> sweep;

  SweepJob(Consumer<ScheduledSweep> sweep) {
    this.sweep = sweep;
  }

  @Override
  public void execute(JobExecutionContext fired) {
    sweep.accept(SweepKey.sweep(fired.getJobDetail().getKey()));
  }
}
