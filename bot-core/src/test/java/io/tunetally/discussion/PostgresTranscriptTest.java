package io.tunetally.discussion;

import io.tunetally.storage.jdbc.DatabaseUrl;
import io.tunetally.storage.jdbc.PostgresServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the transcript on two processes that share a PostgreSQL server, in turns. */
class PostgresTranscriptTest {
    @TempDir
    private Path folder;

    @Test
    void goesOnInWhicheverOfTwoProcessesIsAsked() throws Exception {
        DatabaseUrl database = DatabaseUrl.of(PostgresServer.migratedUrl());
        AtomicInteger turn = new AtomicInteger();
        try (TranscriptTest.RunningBot one = TranscriptTest.RunningBot.start(database, folder);
                TranscriptTest.RunningBot other = TranscriptTest.RunningBot.start(database, folder)) {
            Transcript.DECISION.play(
                    (person, text) -> {
                        boolean even = turn.getAndIncrement() % 2 == 0;
                        String headline = (even ? one : other).say(person, text);
                        // The other process answers next, and reads what this one remembers.
                        (even ? one : other).memory().settle(java.time.Duration.ofSeconds(5));
                        return headline;
                    },
                    () -> {});
        }
    }
}
