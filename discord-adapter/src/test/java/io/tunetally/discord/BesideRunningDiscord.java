package io.tunetally.discord;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests with an adapter of its own, as it is, beside a fake Discord for each. */
public abstract class BesideRunningDiscord extends BesideFakeDiscord {
    public RunningDiscord running;

    @BeforeEach
    final void start() throws Exception {
        running = new RunningDiscord(discord, folder);
    }

    @AfterEach
    final void stop() {
        running.close();
    }
}
