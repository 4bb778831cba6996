package io.tunetally.operations;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether messages can be taken now. What a process needs is named when this is made; each need counts as missing until
 * it is {@link #watch watched}, and is then asked anew each time, so that what comes back is there again by itself.
 */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final SequencedMap<String, BooleanSupplier> checks = new LinkedHashMap<>();
    private volatile Supplier<List<String>> more = List::of;
    private volatile Supplier<List<String>> forSome = List::of;
    private final ReentrantLock lock = new ReentrantLock();

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
     * Watches from now on what has no name before it is missing. Both must answer at once.
     *
     * @param more what else is missing, so that no messages can be taken
     * @param forSome what is missing for some of those who are served, while the others are
     */
    public void watchMore(Supplier<List<String>> more, Supplier<List<String>> forSome) {
        this.more = more;
        this.forSome = forSome;
    }

    /** What is missing now for some of those who are served; messages of the others can be taken nevertheless. */
    public List<String> missingForSome() {
        return forSome.get();
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

    /** What is missing now, in the order of the needs and what was missing beside them; empty where messages can be taken. */
    public List<String> missing() {
        Stream<String> needs = copy().entrySet().stream()
                .filter(check -> !isThere(check.getKey(), check.getValue()))
                .map(Map.Entry::getKey);
        return Stream.concat(needs, more.get().stream()).toList();
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
