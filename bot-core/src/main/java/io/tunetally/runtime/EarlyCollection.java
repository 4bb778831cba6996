package io.tunetally.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import org.jspecify.annotations.Nullable;

/**
 * Collects the old space once it has grown by 36 MiB since its last collection, instead of when the heap is full. After 40,000 different
 * questions a process keeps 90 MiB less, at the same processor time (2026-11-30). The rest of the heap remains for what needs it for a
 * moment, such as a training file. Does nothing with a collector that has no such space, as that of {@code TUNETALLY_THROUGHPUT=on}.
 */
final class EarlyCollection implements AutoCloseable {
    /** The old space of the serial collector. */
    private static final String OLD_SPACE = "Tenured Gen";

    private static final long GROWTH_BYTES = 36L << 20;

    private final @Nullable MemoryPoolMXBean pool;
    private final NotificationListener listener = this::hear;

    private EarlyCollection(@Nullable MemoryPoolMXBean pool) {
        this.pool = pool;
    }

    /** Watches the old space of this process, if it has one, until it is closed. */
    static EarlyCollection watch() {
        MemoryPoolMXBean old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(OLD_SPACE) && pool.isUsageThresholdSupported())
                .findFirst()
                .orElse(null);
        EarlyCollection collection = new EarlyCollection(old);
        if (old != null) {
            emitter().addNotificationListener(collection.listener, null, null);
            allowGrowth(old);
        }
        return collection;
    }

    private static NotificationEmitter emitter() {
        return (NotificationEmitter) ManagementFactory.getMemoryMXBean();
    }

    private void hear(Notification notification, @Nullable Object handback) {
        if (pool != null && notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
            System.gc();
            allowGrowth(pool);
        }
    }

    private static void allowGrowth(MemoryPoolMXBean pool) {
        MemoryUsage usage = pool.getUsage();
        pool.setUsageThreshold(threshold(usage.getUsed(), usage.getMax()));
    }

    /**
     * The use at which the old space is collected next; 0 for never, if the heap is full before.
     *
     * @param usedBytes what is in it now
     * @param mostBytes what it can hold
     */
    static long threshold(long usedBytes, long mostBytes) {
        long grown = usedBytes + GROWTH_BYTES;
        return grown < mostBytes ? grown : 0;
    }

    @Override
    public void close() throws ListenerNotFoundException {
        if (pool != null) {
            pool.setUsageThreshold(0);
            emitter().removeNotificationListener(listener);
        }
    }
}
