package io.tunetally.bot;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tunetally.chat.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets so many actions of a person through within a time, so that nobody keeps the bot from the others. */
public final class CoolDown {
    private static final int ACTIONS = 20;
    private static final Duration WITHIN = Duration.ofSeconds(10);
    /** More than act within that time; of more, some are let through too often. */
    private static final int MOST_PEOPLE = 100_000;

    private final Clock clock;
    private final LoadingCache<UserId, Actions> people = Caffeine.newBuilder()
            .expireAfterAccess(WITHIN)
            .maximumSize(MOST_PEOPLE)
            .executor(Runnable::run)
            .build(_ -> new Actions());

    public CoolDown(Clock clock) {
        this.clock = clock;
    }

    /** What came of asking to act. */
    public enum Verdict {
        GO,
        /** Too many, and this is the first one too many: the person should be told. */
        TELL,
        /** Still too many. */
        SILENT
    }

    public Verdict act(UserId person) {
        return people.get(person).next(clock.instant());
    }

    private static final class Actions {
        private final Deque<Instant> latest = new ArrayDeque<>();
        private boolean told;

        private synchronized Verdict next(Instant now) {
            while (!latest.isEmpty() && !latest.getFirst().isAfter(now.minus(WITHIN))) {
                latest.removeFirst();
            }
            if (latest.size() < ACTIONS) {
                latest.addLast(now);
                told = false;
                return Verdict.GO;
            }
            Verdict verdict = told ? Verdict.SILENT : Verdict.TELL;
            told = true;
            return verdict;
        }
    }
}
