package io.tunetally.discussion.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.chat.PlatformId;
import io.tunetally.reply.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** A price book and the ends of life change under a quote, a decision and a watch, between two processes over one database. */
class PriceChangeTest {
    private static final LocalDate QUOTED = LocalDate.of(2026, 11, 25);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 20);
    private static final String ASKED = "cost gpt-4.1-mini on openai 1k examples 3 epochs";

    private static final PlatformId PLATFORM = PriceWorld.Instance.THREAD.platform();

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final List<String> told = new ArrayList<>();
    private PriceWorld world = PriceWorld.at(clock);

    @BeforeEach
    void askBefore() {
        world = world.trainingAt("3.00", LocalDate.of(2026, 1, 1));
        try (PriceWorld.Instance process = PriceWorld.Instance.start(world, folder)) {
            assertThat(process.say(ASKED)).contains("$4.50 to train");
            process.say("decide A because we know it");
            process.say("watch gpt-4.1-mini on openai");
            process.say("watch this decision");
        }
    }

    private void passUntil(LocalDate day) {
        clock.pass(Duration.ofDays(day.toEpochDay() - LocalDate.now(clock).toEpochDay()));
    }

    private PriceWorld.Instance start() {
        return PriceWorld.Instance.start(world, folder);
    }

    /** Lets two processes over the one database look, the second also while the first one sends. */
    private void look() throws Exception {
        try (PriceWorld.Instance one = start();
                PriceWorld.Instance other = start()) {
            WatchRound first = one.round();
            WatchRound second = other.round();
            first.run(PLATFORM, (_, reply) -> {
                tell(reply);
                second.run(PLATFORM, (_, another) -> tell(another));
            });
            second.run(PLATFORM, (_, reply) -> tell(reply));
        }
    }

    private void tell(Reply reply) {
        told.add(LocalDate.now(clock) + " " + reply.title() + " " + reply.blocks());
    }

    @Test
    void saysOfAQuoteAndADecisionWhatItWasAndIsAndWhosePriceChanged() {
        passUntil(LATER);
        world = world.trainingAt("5.00", LocalDate.of(2026, 12, 1));
        String change = "Was $4.50 to train on 2026-11-25, is $7.50 to train now: OpenAI's price changed on 2026-12-01"
                + " from $3.00 / 1M tokens to $5.00 / 1M tokens.";

        try (PriceWorld.Instance process = start()) {
            assertThat(process.say("quote 1")).contains(change).contains("(not today's)");
            assertThat(process.say("decision")).contains("$4.50 to train").contains(change);
        }
    }

    @Test
    void saysOfAQuoteAndADecisionThatNothingHasChanged() {
        passUntil(LATER);

        try (PriceWorld.Instance process = start()) {
            assertThat(process.say("quote 1"))
                    .contains("Still $4.50 to train, as on " + QUOTED + ".")
                    .contains("(today's)");
            assertThat(process.say("decision")).contains("Still $4.50 to train, as on " + QUOTED + ".");
        }
    }

    @Test
    void saysOfAQuoteAndADecisionThatTheOfferWasClosed() {
        passUntil(LATER);
        world = world.ending(LifecycleEvent.Kind.NO_NEW_JOBS, LocalDate.of(2026, 12, 10), "no new job for anyone");

        try (PriceWorld.Instance process = start()) {
            String closed = "Still $4.50 to train, as on " + QUOTED + "; now closed to new jobs.";
            assertThat(process.say("quote 1")).contains(closed);
            assertThat(process.say("decision")).contains(closed);
        }
    }

    @Test
    void tellsOfAChangedPriceOnceForAWatchedModelAndOnceForAWatchedDecision() throws Exception {
        passUntil(LATER);
        look();
        assertThat(told).isEmpty();
        world = world.trainingAt("5.00", LocalDate.of(2026, 12, 1));

        look();
        look();

        assertThat(told)
                .hasSize(2)
                .allSatisfy(
                        message -> assertThat(message)
                                .contains(
                                        "Was $4.50 to train on 2026-11-25, is $7.50 to train now: OpenAI's price changed on 2026-12-01"));
        assertThat(told)
                .anySatisfy(message ->
                        assertThat(message).contains("Watched: the decision for A", "command=unwatch decision"));
        assertThat(told)
                .anySatisfy(message -> assertThat(message)
                        .contains("Watched: gpt-4.1-mini on openai", "command=unwatch gpt-4.1-mini on openai"));
    }

    @Test
    void tellsOfAnAnnouncedEndOnceAndThirtySevenAndOneDaysAhead() throws Exception {
        stopWatchingTheDecision();
        world = world.ending(LifecycleEvent.Kind.SHUT_DOWN, LocalDate.of(2027, 2, 1), "it is shut down");

        for (LocalDate day = QUOTED; day.isBefore(LocalDate.of(2027, 2, 4)); day = day.plusDays(1)) {
            passUntil(day);
            look();
        }

        assertThat(told)
                .extracting(message -> message.substring(0, 10))
                .containsExactly("2026-11-25", "2027-01-02", "2027-01-25", "2027-01-31", "2027-02-01");
        assertThat(told.subList(0, 4))
                .allSatisfy(message ->
                        assertThat(message).contains("GPT-4.1 mini on OpenAI: from 2027-02-01 it is shut down."));
        assertThat(told.getLast()).contains("shut down since 2027-02-01");
    }

    @Test
    void tellsOfAnEndOnceAlsoWhereItsWordsChange() throws Exception {
        stopWatchingTheDecision();
        PriceWorld open = world;
        world = open.ending(LifecycleEvent.Kind.SHUT_DOWN, LocalDate.of(2027, 2, 1), "it is shut down");
        look();

        world = open.ending(LifecycleEvent.Kind.SHUT_DOWN, LocalDate.of(2027, 2, 1), "the model is switched off");
        look();
        assertThat(told).hasSize(1);

        world = open.ending(LifecycleEvent.Kind.NO_NEW_JOBS, LocalDate.of(2027, 2, 1), "no new job for anyone");
        look();
        assertThat(told).hasSize(2);
    }

    @Test
    void tellsNothingMoreAfterTheButtonOnTheMessage() throws Exception {
        stopWatchingTheDecision();
        world = world.trainingAt("5.00", LocalDate.of(2026, 1, 1));
        look();
        try (PriceWorld.Instance process = start()) {
            process.say("unwatch gpt-4.1-mini on openai");
        }
        world = world.trainingAt("6.00", LocalDate.of(2026, 1, 1));

        look();

        assertThat(told).hasSize(1);
    }

    /** Quoted at $4.50 on 25 November; since 1 December the same job costs $7.50. */
    @ParameterizedTest
    @CsvFileSource(resources = "/discussion/bills.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '`')
    void recordsABillAtThePriceOfItsDay(String said, String title, String note) {
        passUntil(LATER);
        world = world.changingTrainingTo("5.00", LocalDate.of(2026, 12, 1));

        try (PriceWorld.Instance process = start()) {
            String answer = process.say(said);
            assertThat(answer).startsWith(title);
            assertThat(answer).contains(note == null ? "" : note);
        }
    }

    @Test
    void showsTheEstimateBesideTheBillAtThePriceOfItsDay() {
        passUntil(LATER);
        world = world.changingTrainingTo("5.00", LocalDate.of(2026, 12, 1));

        try (PriceWorld.Instance process = start()) {
            process.say("actual 1 $7.60 on 2026-12-03");
            assertThat(process.say("accuracy"))
                    .startsWith("Bills were 69 % more than estimated (1 bill, ")
                    .containsPattern("OpenAI +1 +\\$4.50 +\\$7.50 +\\$7.60");
        }
    }

    /** The bill of a day is compared with what the job was priced at then, not with terms that the team agreed on later. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "price set gpt-4.1-mini on openai training 20; 2026-11-30; The price of 2026-11-30 was the quoted one.",
                "price set gpt-4.1-mini on openai training 20; 2026-12-20; On 2026-12-20 the same job was priced at $30.00",
                "discount openai 50%; 2026-11-30; The price of 2026-11-30 was the quoted one.",
                "discount openai 50%; 2026-12-20; On 2026-12-20 the same job was priced at $2.25",
            })
    void comparesABillWithTheTermsOfItsDay(String term, String day, String note) {
        passUntil(LATER);
        try (PriceWorld.Instance process = start()) {
            process.say(term);
            passUntil(LATER.plusDays(1));

            assertThat(process.say("actual 1 $4.60 on " + day)).contains(note);
        }
    }

    private void stopWatchingTheDecision() {
        try (PriceWorld.Instance process = start()) {
            process.say("unwatch decision");
        }
    }
}
