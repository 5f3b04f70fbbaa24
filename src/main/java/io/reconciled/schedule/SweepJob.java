package io.reconciled.schedule;

import io.reconciled.model.EntityName;
import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Asks for the sweep of the entity that the job is named after. */
final class SweepJob implements Job {
  private final Consumer<EntityName> sweep;

  SweepJob(Consumer<EntityName> sweep) {
    this.sweep = sweep;
  }

  @Override
  public void execute(JobExecutionContext fired) {
    sweep.accept(new EntityName(fired.getJobDetail().getKey().getName()));
  }
}
