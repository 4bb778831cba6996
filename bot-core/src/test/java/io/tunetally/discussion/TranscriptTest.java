package io.tunetally.discussion;

import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.bounded.StoreCalls;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;
import io.tunetally.storage.jdbc.DatabaseUrl;
import io.tunetally.storage.jdbc.JdbcStorage;
import io.tunetally.storage.jdbc.Keys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays the transcripts over their restarts, on an embedded database. */
class TranscriptTest {
    static final Clock DAY = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final boolean REWRITE = Boolean.getBoolean("goldens.rewrite");

    @TempDir
    private Path folder;

    private @Nullable RunningBot process;

    /** A bot with its database, as one process has it. */
    record RunningBot(JdbcStorage storage, WriteBehindThreadMemory memory, Bot bot) implements AutoCloseable {
        static RunningBot start(DatabaseUrl database, Path folder) {
            JdbcStorage storage =
                    JdbcStorage.open(database, new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, DAY);
            WriteBehindThreadMemory memory =
                    new WriteBehindThreadMemory(storage.threadMemory(), DAY, _ -> {}, StoreCalls.withoutDeadline());
            Bot bot = Assembly.ofPlatform(
                            SharedKnowledge.at(DAY),
                            DAY,
                            memory,
                            storage.teamDefaults(),
                            storage.teamRecords(),
                            _ -> true,
                            StoreCalls::withoutDeadline)
                    .bot();
            return new RunningBot(storage, memory, bot);
        }

        /** Says a message in the one thread. */
        String say(String person, String text) {
            ConversationId thread = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");
            Envelope envelope = new Envelope("", thread, new UserId(person), true);
            return bot.answer(new ChatEvent.Said(envelope, Markup.PLAIN, text, List.of()))
                    .reply()
                    .title();
        }

        @Override
        public void close() {
            memory.close();
            storage.close();
        }
    }

    @AfterEach
    void close() {
        if (process != null) {
            process.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Transcript.class)
    void saysWhatItDidAcrossARestart(Transcript transcript) throws Exception {
        start();
        if (REWRITE) {
            transcript.rewrite(this::say, this::restart);
        } else {
            transcript.play(this::say, this::restart);
        }
    }

    private void start() {
        process = RunningBot.start(DatabaseUrl.in(folder), folder);
    }

    private void restart() {
        close();
        start();
    }

    private String say(String person, String text) {
        return Objects.requireNonNull(process).say(person, text);
    }
}
