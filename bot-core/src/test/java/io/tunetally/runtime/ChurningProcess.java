package io.tunetally.runtime;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

/** A process that fills its old space with garbage, far below the heap's maximum, and prints how often the space was collected. */
final class ChurningProcess {
    private static final int KEPT = 256;
    private static final int ROUNDS = 6;
    private static final int ARRAY_BYTES = 64 << 10;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private ChurningProcess() {}

    /** Takes {@code watched} or {@code unwatched}. */
    public static void main(String[] how) throws Exception {
        boolean watched = how[0].equals("watched");
        try (EarlyCollection _ = watched ? EarlyCollection.watch() : null) {
            churn();
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (watched && collections() == 0 && System.nanoTime() < end) {
                Thread.sleep(10);
                churn();
            }
        }
        System.out.println(collections());
    }

    /** Makes 96 MiB of arrays, of which the last 16 live long enough to become old. */
    private static void churn() {
        byte[][] kept = new byte[KEPT][];
        IntStream.range(0, ROUNDS * KEPT).forEach(n -> kept[n % KEPT] = new byte[ARRAY_BYTES]);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getName().equals("MarkSweepCompact"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
