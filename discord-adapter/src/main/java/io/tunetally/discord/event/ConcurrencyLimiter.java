package io.tunetally.discord.event;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Lets so many questions be worked on at a time, in the order they came. If all of a burst were begun at once, they would share
 * the processors evenly: the first answer came when the last was nearly done, and the store's reads ran out of time meanwhile.
 */
public final class ConcurrencyLimiter {
    /** More than there are processors, as a question also waits for the store: for two seconds where that hangs. */
    public static final int AT_ONCE = 32;

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** Waits for a turn. What is sent afterwards is no part of it: a channel may have to wait for Discord. */
    <T> T of(Callable<T> question) throws Exception {
        free.acquire();
        try {
            return question.call();
        } finally {
            free.release();
        }
    }
}
