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
 * Tells whether messages can be taken now. A process's needs are named in the constructor; each counts as missing until
 * it is {@link #watch watched}, and is then checked on every call, so that recovery needs no action.
 */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final SequencedMap<String, BooleanSupplier> checks = new LinkedHashMap<>();
    private volatile Supplier<List<String>> more = List::of;
    private volatile Supplier<List<String>> forSome = List::of;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Creates a health whose needs are all missing.
     *
     * @param needs in an operator's words, e.g. {@code connection to Slack}
     */
    public Health(String... needs) {
        Arrays.stream(needs).forEach(need -> checks.put(need, () -> false));
    }

    /**
     * Watches a need from now on, replacing its earlier check.
     *
     * @param isThere must return immediately; if it throws, the need counts as missing
     * @throws IllegalArgumentException if the need was not named in the constructor
     */
    public void watch(String need, BooleanSupplier isThere) {
        lock.lock();
        try {
            if (checks.replace(need, isThere) == null) {
                throw new IllegalArgumentException("'" + need + "' is not one of " + checks.keySet());
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Watches problems that have no name until they occur. Both must return immediately.
     *
     * @param more other needs that are missing, so that no messages can be taken
     * @param forSome problems that affect only some users
     */
    public void watchMore(Supplier<List<String>> more, Supplier<List<String>> forSome) {
        this.more = more;
        this.forSome = forSome;
    }

    /** Returns the problems that affect only some users; messages of the others can be taken. */
    public List<String> missingForSome() {
        return forSome.get();
    }

    /** Stops taking messages: every need is missing from now on. */
    public void stop() {
        lock.lock();
        try {
            checks.replaceAll((_, _) -> () -> false);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the missing needs, in order, then other problems; empty if messages can be taken. */
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
