package io.tunetally.operations;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether messages can be taken now. What a process needs is named when this is made; each need counts as missing until
 * it is {@link #watch watched}, and is then asked anew each time, so that what comes back is there again by itself.
 */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final SequencedMap<String, BooleanSupplier> checks = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Supplier<Optional<String>> awaited = Optional::empty;

    /**
     * A process that lacks all it needs.
     *
     * @param needs in an operator's words, e.g. {@code connection to Slack}
     */
    public Health(String... needs) {
        Arrays.stream(needs).forEach(need -> checks.put(need, () -> false));
    }

    /**
     * Watches a need from now on, in place of what watched it before.
     *
     * @param isThere must answer at once; where it throws the need counts as missing
     * @throws IllegalArgumentException where the need was not named at the beginning
     */
    public void watch(String need, BooleanSupplier isThere) {
        lock.lock();
        try {
            if (checks.replace(need, isThere) == null) {
                throw new IllegalArgumentException("'" + need + "' is none of " + checks.keySet());
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says from now on what is still waited for while messages can be taken.
     *
     * @param what in an operator's words; must answer at once
     */
    public void alsoAwaits(Supplier<Optional<String>> what) {
        awaited = what;
    }

    /** What is waited for although messages can be taken, e.g. {@code 1 server in an outage}. */
    public Optional<String> awaited() {
        return awaited.get();
    }

    /** No more messages are taken: every need is missing from now on. */
    public void stop() {
        lock.lock();
        try {
            checks.replaceAll((_, _) -> () -> false);
        } finally {
            lock.unlock();
        }
    }

    /** What is missing now, in the order of the needs; empty where messages can be taken. */
    public List<String> missing() {
        return copy().entrySet().stream()
                .filter(check -> !isThere(check.getKey(), check.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private SequencedMap<String, BooleanSupplier> copy() {
        lock.lock();
        try {
            return new LinkedHashMap<>(checks);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isThere(String need, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException broken) {
            LOG.warn("'{}' cannot be checked and counts as missing", need, broken);
            return false;
        }
    }
}
