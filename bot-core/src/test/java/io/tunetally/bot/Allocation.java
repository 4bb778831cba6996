package io.tunetally.bot;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;

/**
 * Measures what work allocates and the processor time it takes on the calling thread. The bytes are the same in each run and on each
 * machine, but for what a compiler removes; the time is not.
 *
 * @param kilobytes the mean of all calls
 * @param micros the mean of all calls
 */
public record Allocation(double kilobytes, double micros) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Receives each result, so that no compiler removes the work. */
    @SuppressWarnings("unused")
    private static volatile Object result = "";

    /** Calls work with numbers from a first one on, once each. */
    public static Allocation of(int first, int calls, IntFunction<Object> work) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (int n = first; n < first + calls; n++) {
            result = work.apply(n);
        }
        return new Allocation(
                (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e3 / calls,
                (THREADS.getCurrentThreadCpuTime() - nanos) / 1e3 / calls);
    }
}
