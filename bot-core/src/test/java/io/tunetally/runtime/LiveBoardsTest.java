package io.tunetally.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.bot.Bot;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.reply.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board of a thread in which two plans were asked about, and in which it was posted as the message M1. */
class LiveBoardsTest {
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");
    private static final UserId ADA = new UserId("ada");
    private static final Duration CHANGES_OF = Duration.ofMillis(200);
    private static final Duration SILENCE = CHANGES_OF.multipliedBy(4);

    private final MovableClock clock = new MovableClock();
    private final Assembly assembly = Assembly.ofSession(SharedKnowledge.at(clock), clock);
    private final Bot bot = assembly.bot();
    private final BlockingQueue<String> edits = new LinkedBlockingQueue<>();
    private final AtomicBoolean isThere = new AtomicBoolean(true);
    private final CountDownLatch throttled = new CountDownLatch(1);
    private final LiveBoards boards = boards(CHANGES_OF);

    /** Edits of the message "slow" wait until the latch is open. */
    private LiveBoards boards(Duration changesOf) {
        return new LiveBoards(
                assembly.discussion().orElseThrow(),
                assembly.assumptions(),
                this::edit,
                changesOf,
                Duration.ofSeconds(20));
    }

    private boolean edit(ConversationId place, BoardMessage message, Reply reply) throws InterruptedException {
        if (message.name().equals("slow")) {
            throttled.await();
        }
        edits.add(message.name() + " " + reply.title() + " " + reply.blocks());
        return isThere.get();
    }

    @BeforeEach
    void post() throws Exception {
        say("cost llama 8b lora 1k examples 3 epochs");
        say("cost llama 70b lora 1k examples 3 epochs");
        assertThat(nothing()).as("no board is posted yet").isTrue();
        boards.shown(THREAD, new BoardMessage("M1", ADA));
        while (discussion().board(THREAD).isEmpty()) {
            Thread.sleep(5); // It is noted in the background.
        }
    }

    @AfterEach
    void close() {
        boards.close();
    }

    private String say(String text) {
        return sayIn(THREAD, text);
    }

    private String sayIn(ConversationId thread, String text) {
        Envelope from = new Envelope("", thread, ADA, true);
        return bot.answer(new ChatEvent.Said(from, Markup.PLAIN, text, List.of()))
                .reply()
                .title();
    }

    private String next() throws InterruptedException {
        String edit = edits.poll(20, TimeUnit.SECONDS);
        return edit == null ? "nothing was edited" : edit;
    }

    private boolean nothing() throws InterruptedException {
        return edits.poll(SILENCE.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    @Test
    void isUpdatedOnceForSeveralChanges() throws Exception {
        try (LiveBoards slow = boards(Duration.ofSeconds(2))) {
            say("cost llama 8b lora 1k examples 9 epochs");
            say("call A pilot");
            say("vote A");
            say("drop B");

            assertThat(next())
                    .startsWith("M1 Cheapest of 2: A (pilot)")
                    .contains("9 epochs")
                    .contains("Votes: A 1")
                    .doesNotContain("70B");
            slow.replaced(THREAD, "none");
            assertThat(nothing()).isTrue();
        }
    }

    @Test
    void doesNotWaitForTheThreadsOfAnotherWorkspaceThatThePlatformSlowsDown() throws Exception {
        for (int thread = 0; thread < 6; thread++) {
            ConversationId slow = new ConversationId(new PlatformId("slack"), "T2", "C2", "1700." + thread);
            sayIn(slow, "cost llama 8b lora 1k examples 3 epochs");
            boards.shown(slow, new BoardMessage("slow", ADA));
            boards.shown(slow, new BoardMessage("next", ADA));
        }

        say("call A pilot");

        assertThat(next()).startsWith("M1");
        throttled.countDown();
        assertThat(next()).startsWith("slow");
    }

    @Test
    void showsTheDecision() throws Exception {
        say("decide A");

        assertThat(next()).contains("Decided on 2026-11-25: ").contains("text=A]");
    }

    @Test
    void keepsTheBoardThatWasShownWhileTheMessageOfTheLastOneWasFoundGone() {
        discussion().forgetBoard(THREAD, "M0");
        assertThat(discussion().board(THREAD)).contains(new BoardMessage("M1", ADA));

        discussion().forgetBoard(THREAD, "M1");
        assertThat(discussion().board(THREAD)).isEmpty();
    }

    /** As another process does, which knows nothing of the edit. */
    @Test
    void saysInAMessageThatItsBoardHasMovedDuringTheEdit() throws Exception {
        var _ = discussion().showBoard(THREAD, new BoardMessage("slow", ADA));
        say("call A pilot");
        assertThat(nothing()).as("the edit waits").isTrue();
        var _ = discussion().showBoard(THREAD, new BoardMessage("M2", ADA));
        throttled.countDown();

        assertThat(next()).startsWith("slow Cheapest of 2: A (pilot)");
        assertThat(next()).startsWith("slow The board of this discussion stands further down now.");
    }

    private DiscussionStore discussion() {
        return assembly.discussion().orElseThrow().store();
    }

    @Test
    void isUpdatedWhereTheTeamsTermsChangeInItsThread() throws Exception {
        say("cost llama 8b lora on together 9k examples 3 epochs");
        assertThat(next()).contains("$6.48");
        say("discount together 50%");
        assertThat(next()).contains("$3.24").doesNotContain("$6.48");
        say("price remove together");
        assertThat(next()).contains("$6.48").doesNotContain("$3.24");
    }

    @Test
    void staysAsItIsWhereNothingOfItChanges() throws Exception {
        say("cost llama 8b lora 1k examples 3 epochs");
        say("quote 1");
        say("watch A");
        say("drop X");

        assertThat(nothing()).isTrue();
    }

    @Test
    void movesToTheLatestMessageThatShowsIt() throws Exception {
        boards.shown(THREAD, new BoardMessage("M2", ADA));

        assertThat(next()).startsWith("M1 The board of this discussion stands further down now.");
        say("call A pilot");
        assertThat(next()).startsWith("M2 Cheapest of 2: A (pilot)");
    }

    @Test
    void isForgottenOnceItsMessageShowsSomethingElseOrIsGone() throws Exception {
        boards.replaced(THREAD, "M1");
        say("call A pilot");
        assertThat(nothing()).isTrue();

        boards.shown(THREAD, new BoardMessage("M2", ADA));
        isThere.set(false);
        say("call A first");
        assertThat(next()).startsWith("M2");
        say("call A second");
        assertThat(nothing()).isTrue();
    }
}
