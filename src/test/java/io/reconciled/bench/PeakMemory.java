package io.reconciled.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most memory that this process held between {@link #start} and {@link #peak}. */
final class PeakMemory implements AutoCloseable {
  private static final int SAMPLE_MILLIS = 10;
  private static final Set<String> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());
  private final LongAccumulator live = new LongAccumulator(Math::max, 0);
  private final LongAccumulator heap = new LongAccumulator(Math::max, 0);
  private final LongAccumulator direct = new LongAccumulator(Math::max, 0);
  private final NotificationListener listener = (notification, handback) -> collected(notification);
  private final ScheduledExecutorService sampling =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("peak-memory").daemon().factory());

  private PeakMemory() {}

  static PeakMemory start() throws Exception {
    System.gc();
    PeakMemory memory = new PeakMemory();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).addNotificationListener(memory.listener, null, null);
    }
    var unused =
        memory.sampling.scheduleAtFixedRate(
            memory::sample, 0, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
    return memory;
  }

  private void collected(Notification notification) {
    var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    live.accumulate(
        info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
            .filter(pool -> HEAP.contains(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum());
  }

  private void sample() {
    MemoryUsage usage = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    heap.accumulate(usage.getCommitted());
    direct.accumulate(
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum());
  }

  SweepRound.Peak peak() {
    sample();
    return new SweepRound.Peak(live.get(), heap.get(), direct.get());
  }

  @Override
  public void close() throws Exception {
    sampling.shutdownNow();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).removeNotificationListener(listener);
    }
  }
}
