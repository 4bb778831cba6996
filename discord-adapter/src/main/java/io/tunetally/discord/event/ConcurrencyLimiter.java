package io.tunetally.discord.event;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Limits concurrent questions, in the order of arrival. If all of a burst began at once, they would share the processors evenly:
 * the first answer would come when the last is nearly done, and the store's reads would time out meanwhile.
 */
public final class ConcurrencyLimiter {
    /** The limit; above the number of processors, as a question also waits for the store: for two seconds if it hangs. */
    public static final int AT_ONCE = 32;

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** Runs a question at its turn. The turn does not cover the sending, as a channel may have to wait for Discord. */
    <T> T of(Callable<T> question) throws Exception {
        free.acquire();
        try {
            return question.call();
        } finally {
            free.release();
        }
    }
}
