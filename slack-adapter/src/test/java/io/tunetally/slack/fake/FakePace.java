package io.tunetally.slack.fake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Slack's pace: about a message a second into each channel, and a few at once. */
public final class FakePace {
    /** Slack names no number. */
    private static final int BURST = 5;

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<String> faults;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private volatile boolean burstsExpected;

    private record Room(double messages, long atNanos) {
        static Room of(Room before, long now) {
            double rested = before == null ? BURST : before.messages + (now - before.atNanos) / NANOS;
            return new Room(Math.min(BURST, rested) - 1, now);
        }
    }

    FakePace(Consumer<String> faults) {
        this.faults = faults;
    }

    /** A test in which more comes at once, as where the program stops. */
    public void expectBursts() {
        burstsExpected = true;
    }

    void posted(String token, String channel, long nanos) {
        Room room = rooms.compute(token + " " + channel, (_, before) -> Room.of(before, nanos));
        if (room.messages < 0 && !burstsExpected) {
            faults.accept("more than a message a second into " + channel);
        }
    }
}
