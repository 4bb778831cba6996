package io.tunetally.bot;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tunetally.chat.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Limits how many actions a person may take within a period, so that one person cannot block the bot for others. */
public final class CoolDown {
    private static final int ACTIONS = 20;
    private static final Duration WITHIN = Duration.ofSeconds(10);
    /** More people than are active within that period; beyond it, some may exceed their limit. */
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

    /** The result of an attempt to act. */
    public enum Verdict {
        GO,
        /** Over the limit for the first time: tell the person. */
        TELL,
        /** Still over the limit: stay silent. */
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
