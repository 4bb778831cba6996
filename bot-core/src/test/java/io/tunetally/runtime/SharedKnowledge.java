package io.tunetally.runtime;

import io.tunetally.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shipped price books and the lexicon, read once for all tests of a process: reading them costs more than most tests. */
public final class SharedKnowledge {
    private static final Map<Instant, Knowledge> READ = new ConcurrentHashMap<>();

    private SharedKnowledge() {}

    /** Returns the default settings and the shipped data. */
    public static Knowledge at(Clock clock) {
        return READ.computeIfAbsent(clock.instant(), _ -> Knowledge.read(Map.of(), clock));
    }

    /** Returns the settings of an environment that names no price books, and the shipped data. */
    public static Knowledge at(Clock clock, Map<String, String> environment) {
        Knowledge shipped = at(clock);
        return new Knowledge(Settings.read(environment), shipped.catalog(), shipped.interpreter());
    }
}
