package io.reconciled.app;

import io.reconciled.sweep.partition.DatasetPlan;
import io.reconciled.sweep.partition.PartitionSettings;
import io.reconciled.sweep.partition.SweepPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sweep's plan in words: how datasets are brought together, why, and what that takes. */
final class SweepPlanAsText {
  private static final long KILOBYTE = 1L << 10;
  private static final long MEGABYTE = 1L << 20;
  private final SweepPlan plan;
  private final PartitionSettings settings;

  SweepPlanAsText(SweepPlan plan, PartitionSettings settings) {
    this.plan = plan;
    this.settings = settings;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (plan.strategy()) {
          case MERGE -> "Merged as the stores stream: each keeps its keys in the order of keys.";
          case PARTITIONS ->
              "Joined by partitions on disk: not every store keeps its keys in the order of keys.";
        });
    lines.add("");
    plan.datasets().forEach(dataset -> lines.add(line(dataset)));
    if (plan.strategy() == SweepPlan.Strategy.PARTITIONS) {
      lines.add("");
      lines.add(
          ("About %d partitions, two at a time in %s of memory; %s of disk in %s, where %s may be"
                  + " taken (%s).")
              .formatted(
                  plan.partitions(),
                  size(settings.memory()),
                  size(plan.disk()),
                  settings.folder(),
                  size(settings.diskLimit()),
                  PartitionSettings.DISK_LIMIT));
    }
    return lines;
  }

  private static String line(DatasetPlan dataset) {
    if (dataset.unread().isPresent()) {
      return "  %s: could not be asked: %s"
          .formatted(dataset.dataset().name(), dataset.unread().get().detail());
    }
    return String.format(
        Locale.ROOT,
        "  %s: %s, about %,d rows of %d bytes (%s); %s",
        dataset.dataset().name(),
        dataset.ordering().isShared() ? "in order" : "in an order of its own",
        dataset.rows(),
        dataset.bytesPerRow(),
        size(dataset.bytes()),
        dataset.ordering().reason());
  }

  private static String size(long bytes) {
    return bytes < MEGABYTE
        ? Math.ceilDiv(bytes, KILOBYTE) + " KB"
        : Math.ceilDiv(bytes, MEGABYTE) + " MB";
  }
}
