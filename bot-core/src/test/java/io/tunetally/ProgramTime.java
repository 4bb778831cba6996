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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Elapsed time, without the time that threads were runnable but got no processor, as Linux counts it for this process
 * and its children. Deadlines checked by tests concern the program; on a busy machine they would otherwise be missed
 * without a fault. Sleeping and waiting count in full. On other systems it is elapsed time.
 *
 * <p>The threads with which JUnit runs other tests meanwhile do not count: they wait for each other while the program
 * runs.
 */
public final class ProgramTime {
    private static final Duration SAMPLED_EVERY = Duration.ofSeconds(1);
    private static final Duration ASKED_EVERY = Duration.ofMillis(250);
    private static final int MOST_SAMPLES = 1_000;
    private static final Path CALLER = Path.of("/proc/thread-self");

    private static final ProgramTime OF_THIS_PROCESS = new ProgramTime();

    private final Map<Path, Waiting> waitingByThread = new HashMap<>();
    private final NavigableMap<Long, Sample> samples = new ConcurrentSkipListMap<>();
    private long waitedNanos;

    /** How long a thread has waited so far. */
    private record Waiting(long nanos, boolean runsTests) {}

    /** How long the program's threads have waited so far, and each thread that runs tests. */
    private record Sample(long nanos, Map<Path, Long> byTestThread) {
        long with(Path caller) {
            return nanos + byTestThread.getOrDefault(caller, 0L);
        }
    }

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
        while (!latch.await(ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            if (since(begun).compareTo(limit) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns true for the name of a thread with which JUnit runs tests, also for the beginning that Linux knows. */
    static boolean runsTests(String threadName) {
        return threadName.startsWith("junit-") && threadName.contains("-worker");
    }

    private Duration waitedSince(long nanoTime) {
        sample();
        Map.Entry<Long, Sample> before = samples.floorEntry(nanoTime);
        Sample first = (before == null ? samples.firstEntry() : before).getValue();
        Path caller = caller();
        return Duration.ofNanos(samples.lastEntry().getValue().with(caller) - first.with(caller));
    }

    private static Path caller() {
        try {
            return Path.of("/proc").resolve(Files.readSymbolicLink(CALLER));
        } catch (IOException notLinux) {
            return CALLER;
        }
    }

    private void sampleForEver() {
        try {
            while (true) {
                Thread.sleep(SAMPLED_EVERY);
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
        Map<Path, Long> byTestThread = waitingByThread.entrySet().stream()
                .filter(thread -> thread.getValue().runsTests())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, thread -> thread.getValue().nanos()));
        samples.put(System.nanoTime(), new Sample(waitedNanos, byTestThread));
        while (samples.size() > MOST_SAMPLES) {
            samples.pollFirstEntry();
        }
    }

    private void count(Path thread) {
        try {
            long nanos =
                    Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", -1)[1]);
            Waiting before = waitingByThread.get(thread);
            boolean runsTests =
                    before == null ? runsTests(Files.readString(thread.resolve("comm"))) : before.runsTests();
            if (!runsTests) {
                waitedNanos += Math.max(0, nanos - (before == null ? 0 : before.nanos()));
            }
            waitingByThread.put(thread, new Waiting(nanos, runsTests));
        } catch (IOException ended) {
            waitingByThread.remove(thread);
        }
    }
}
