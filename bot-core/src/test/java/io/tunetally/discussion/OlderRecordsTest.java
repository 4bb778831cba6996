package io.tunetally.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tunetally.MovableClock;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.TeamRecords.TeamRecord;
import io.tunetally.storage.bounded.ProcessRecords;
import io.tunetally.storage.bounded.StoreCalls;
import io.tunetally.units.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records from before a bill and a watch had their day are read with the day on which they were written. */
class OlderRecordsTest {
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");
    private static final UserId ADA = new UserId("ada");

    private final MovableClock clock = new MovableClock();
    private final LocalDate written = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    private final TeamRecords records = new ProcessRecords(clock);
    private final DiscussionStore store =
            new DiscussionStore(records, Lifetimes.OfDiscussion.USUAL, StoreCalls.withoutDeadline(), clock);

    private void put(ConversationId place, RecordKind kind, String id, String body) {
        records.put(List.of(new TeamRecord(
                place,
                kind.word(),
                id,
                ADA,
                false,
                body,
                clock.instant(),
                clock.instant().plus(Duration.ofDays(9)))));
    }

    @Test
    void aBillIsOfTheDayOnWhichItWasRecordedAndStandsBesideTheQuotedPrice() {
        ConversationId team = Places.team(THREAD);
        String id = DiscussionStore.id(1);
        put(team, RecordKind.QUOTE, id, "{\"canonical\":\"cost gpt-4o\",\"training\":\"3 4\"}");
        put(team, RecordKind.BILL, id, "{\"amount\":\"4.38\"}");
        clock.pass(Duration.ofDays(2));

        List<SavedQuote> billed = store.billed(new Envelope("", THREAD, ADA, true));

        assertThat(billed)
                .singleElement()
                .extracting(SavedQuote::bill)
                .satisfies(bill -> assertThat(bill)
                        .isNotNull()
                        .extracting(Bill::day, Bill::estimate)
                        .containsExactly(written, Money.of("4")));
    }

    /** A scenario had no time, no count and no plan of its own. */
    @Test
    void aScenarioWasAskedAboutOnceWhenItWasWrittenAndIsFoundByItsQuestionAndItsAssumptions() {
        String full = "cost gpt-4o 1000 examples";
        put(
                THREAD,
                RecordKind.SCENARIO,
                DiscussionStore.id(1),
                "{\"canonical\":\"cost gpt-4o\",\"full\":\"" + full + "\"}");
        put(THREAD, RecordKind.ASKED, ActionKeys.keyOf("cost gpt-4o"), DiscussionStore.id(1));
        Instant asked = clock.instant();
        clock.pass(Duration.ofDays(2));

        assertThat(store.scenarios(THREAD))
                .extracting(Scenario::askedAt, Scenario::asks)
                .containsExactly(tuple(asked, 1L));
        Plan again = new Plan("cost gpt-4o", full, "1000 examples", 1, SampleFigures.GPT_4O);
        Envelope from = new Envelope("", THREAD, new UserId("bob"), true);
        assertThat(store.record(from, List.of(again)).kept())
                .extracting(kept -> kept.scenario().letter(), DiscussionStore.Kept::state)
                .containsExactly(tuple("A", DiscussionStore.Kept.State.CHANGED));
    }

    @Test
    void aWatchIsSinceTheDayOnWhichItWasWritten() {
        put(THREAD, RecordKind.WATCH, "gpt-4o", "{\"full\":\"cost gpt-4o\"}");
        clock.pass(Duration.ofDays(2));

        assertThat(store.watches(THREAD)).extracting(Watch::since).containsExactly(written);
    }
}
