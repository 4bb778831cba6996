package io.tunetally.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Kind;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.bounded.StoreCalls;
import io.tunetally.storage.jdbc.DatabaseUrl;
import io.tunetally.storage.jdbc.JdbcStorage;
import io.tunetally.storage.jdbc.Keys;
import io.tunetally.units.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One record of each kind, with retentions of one to seven days. */
class RetentionTest {
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");
    private static final UserId ADA = new UserId("ada");
    private static final Envelope FROM = new Envelope("", THREAD, ADA, true);

    private static final Lifetimes.OfDiscussion ONE_TO_SEVEN = new Lifetimes.OfDiscussion(
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(3),
            Duration.ofDays(4),
            Duration.ofDays(5),
            Duration.ofDays(6),
            Duration.ofDays(7));

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private @Nullable JdbcStorage storage;

    @BeforeEach
    void keepOneOfEachKind() {
        JdbcStorage opened = JdbcStorage.open(
                DatabaseUrl.in(folder), new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, clock);
        storage = opened;
        DiscussionStore store =
                new DiscussionStore(opened.teamRecords(), ONE_TO_SEVEN, StoreCalls.withoutDeadline(), clock);
        store.record(FROM, List.of(new Plan("cost gpt-4o", "cost gpt-4o", "cost gpt-4o", 1, SampleFigures.GPT_4O)));
        store.vote(FROM, 1);
        store.decide(FROM, new Decision("A", "cost gpt-4o", "", "", 1, SampleFigures.GPT_4O, ADA, clock.instant()));
        store.bill(
                FROM,
                new Bill(1, Money.of("4"), 0, "", LocalDate.EPOCH, Money.of("4"), ADA, clock.instant(), List.of()));
        store.watch(
                new Watch(THREAD, "gpt-4o", "gpt-4o", "cost gpt-4o", SampleFigures.GPT_4O, "", LocalDate.EPOCH, ADA));
        store.set(FROM, THREAD, new Rule(TeamRules.BUDGET, "5", "", "", "", ADA, clock.instant()));
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(storage).close();
    }

    @Test
    void sweepsEachKindOnItsOwnDay() {
        // A scenario has a second row, by which its question finds it, and the decision one by which it is undone.
        for (long rows : List.of(3L, 1L, 1L, 1L, 1L, 1L, 1L)) {
            assertThat(swept()).isZero();
            clock.pass(Duration.ofDays(1));
            assertThat(swept()).isEqualTo(rows);
        }
    }

    private long swept() {
        return Objects.requireNonNull(storage).retention().sweep().of(Kind.TEAM_RECORDS);
    }
}
