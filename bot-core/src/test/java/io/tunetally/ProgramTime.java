package io.tunetally;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Elapsed time, without the time that threads were runnable but got no processor, as Linux counts it for this process
 * and its children. Deadlines checked by tests concern the program; on a busy machine they would otherwise be missed
 * without a fault. Sleeping and waiting count in full. On other systems it is elapsed time.
 */
public final class ProgramTime {
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int MOST_SAMPLES = 1_000;

    private static final ProgramTime OF_THIS_PROCESS = new ProgramTime();

    private final Map<Path, Long> waitedByThread = new HashMap<>();
    private final NavigableMap<Long, Long> waitedByNanoTime = new ConcurrentSkipListMap<>();
    private long waitedNanos;

    private ProgramTime() {
        sample();
        Thread.ofPlatform().daemon().name("program-time").start(this::sampleForEver);
    }

    /** Starts counting unless it has started. Returns {@link System#nanoTime}. */
    public static long now() {
        OF_THIS_PROCESS.sample();
        return System.nanoTime();
    }

    /** Returns the time since a moment that {@link #now} or, after the first use of this class, {@link System#nanoTime} returned. */
    public static Duration since(long nanoTime) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - nanoTime);
        Duration own = elapsed.minus(OF_THIS_PROCESS.waitedSince(nanoTime));
        return own.isNegative() ? Duration.ZERO : own;
    }

    /** Returns true if the latch is counted down within a limit of program time. */
    public static boolean await(CountDownLatch latch, Duration limit) throws InterruptedException {
        long begun = now();
        while (!latch.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            if (since(begun).compareTo(limit) > 0) {
                return false;
            }
        }
        return true;
    }

    private Duration waitedSince(long nanoTime) {
        sample();
        Map.Entry<Long, Long> begun = waitedByNanoTime.floorEntry(nanoTime);
        Map.Entry<Long, Long> first = begun == null ? waitedByNanoTime.firstEntry() : begun;
        return Duration.ofNanos(waitedByNanoTime.lastEntry().getValue() - first.getValue());
    }

    private void sampleForEver() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                sample();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sample() {
        List<Long> processes = Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(ProcessHandle::pid)
                .toList();
        for (long process : processes) {
            Path threads = Path.of("/proc", Long.toString(process), "task");
            try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
                all.forEach(this::count);
            } catch (IOException | DirectoryIteratorException _) {
                // The process has ended, or this is not Linux.
            }
        }
        waitedByNanoTime.put(System.nanoTime(), waitedNanos);
        while (waitedByNanoTime.size() > MOST_SAMPLES) {
            waitedByNanoTime.pollFirstEntry();
        }
    }

    private void count(Path thread) {
        try {
            long waited =
                    Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", -1)[1]);
            Long before = waitedByThread.put(thread, waited);
            waitedNanos += Math.max(0, waited - (before == null ? 0 : before));
        } catch (IOException ended) {
            waitedByThread.remove(thread);
        }
    }
}
