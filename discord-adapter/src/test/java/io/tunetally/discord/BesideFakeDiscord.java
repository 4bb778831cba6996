package io.tunetally.discord;

import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.discord.fake.FakeDiscord;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a fake Discord for each, which fails the test where Discord would have refused something. */
@Requirement("discord-34")
public abstract class BesideFakeDiscord {
    @TempDir
    public Path folder;

    final WrittenLog log = new WrittenLog();
    public FakeDiscord discord;

    @BeforeEach
    final void startDiscord() throws Exception {
        discord = new FakeDiscord();
    }

    @AfterEach
    final void stopDiscord() {
        log.close();
        discord.close();
    }
}
