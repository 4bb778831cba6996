package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discussion.Transcript;
import io.tunetally.storage.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three people in one thread, beside a fake Discord. */
class DiscussionTest extends BesideFakeDiscord {
    /** The third message that is posted. */
    private static final String BOARD = "900003";

    private static final Map<String, String> PEOPLE = Map.of("bob", "401", "cleo", "402");

    private @Nullable RunningDiscord running;

    @BeforeEach
    void start() throws Exception {
        running = new RunningDiscord(discord, folder);
    }

    @AfterEach
    void stop() {
        running().close();
    }

    private RunningDiscord running() {
        return Objects.requireNonNull(running);
    }

    @ParameterizedTest
    @EnumSource(Transcript.class)
    void playsTheTranscriptAcrossItsRestarts(Transcript transcript) throws Exception {
        transcript.play((person, text) -> say(person, text).text().replace("\\", ""), () -> {
            stop();
            start();
        });
    }

    @Test
    void countsTheVoteOfAnotherPersonByAButtonInTheThread() throws Exception {
        say("ada", "cost llama 8b lora 1k examples");
        say("bob", "cost llama 70b lora 1k examples");
        FakeDiscord.Call poll = say("ada", "vote");
        String button = RunningDiscord.button(poll.message(), "Vote B");

        FakeDiscord.Call voted = running()
                .answer(Incoming.by("401", Incoming.inThread(Incoming.press(button, Incoming.reply(poll.message())))));

        assertThat(voted.text()).contains("Your vote for B is counted");
        assertThat(say("ada", "vote").text()).contains("1 vote").contains("<@401>");
    }

    @Test
    void quotesOfAServersChannelAreTheServersAndThoseOfADirectMessageThePersons() throws Exception {
        sayIn(Incoming.CHANNEL, "400", "cost llama 8b lora 1k examples");
        running().say(Incoming.direct("cost llama 70b lora 1k examples"));

        assertThat(sayIn(Incoming.CHANNEL, "401", "quote 1").text()).contains("Q1: Llama 3.1 8B");
        assertThat(sayIn(Incoming.CHANNEL, "401", "history").text())
                .contains("Q1")
                .doesNotContain("70B");
    }

    @Test
    void quotesOfAPublicCommandAreTheServersAndThoseOfAPrivateOneThePersons() throws Exception {
        running().interact(Incoming.slash("cost", Map.of("model", "llama-3.1-8b", "examples", 1000)));
        running().interact(Incoming.slash("cost", Map.of("model", "llama-3.3-70b", "examples", 1000, "private", true)));

        assertThat(sayIn(Incoming.CHANNEL, "401", "quote 1").text()).contains("Q1: Llama 3.1 8B");
        assertThat(sayIn(Incoming.CHANNEL, "401", "quote 2").text())
                .contains("There is no quote Q2 for you here; the latest you can see is Q1");
    }

    @Test
    void bringsTheBoardUpToDateInItsMessage() throws Exception {
        say("ada", "cost llama 8b lora 1k examples");
        say("bob", "cost llama 70b lora 1k examples");
        say("ada", "scenarios");

        say("bob", "call B big");
        say("bob", "vote A");

        FakeDiscord.Call edit = editWith("Votes: A 1");
        assertThat(edit.text()).contains("Cheapest of 2: A").contains("big: Llama 3.3 70B");
        assertThat(edit.path()).endsWith("/channels/301/messages/" + BOARD);
        FakeDiscord.Call moved = say("ada", "scenarios");
        assertThat(moved.text()).contains("Cheapest of 2: A");
        assertThat(discord.take(FakeDiscord.Kind.EDIT).text()).contains("further down now");
        assertThat(discord.faults()).isEmpty();
    }

    @Test
    void goesOnWithABoardWhereDiscordDidNotTakeTheAnswerThatWouldReplaceIt() throws Exception {
        ObjectNode press = pressOnBoard("Vote");
        discord.next(
                FakeDiscord.Kind.CALLBACK, 404, Map.of(), "{\"code\": 10062, \"message\": \"Unknown interaction\"}");

        running().interact(press);
        say("bob", "call A big");

        assertThat(editWith("big: Llama 3.1 8B").text()).contains("Cheapest of 2");
    }

    @Test
    void leavesTheMessageAloneOnceAPressHasReplacedTheBoard() throws Exception {
        ObjectNode press = pressOnBoard("Vote");

        running().interact(press);
        awaitBoard(false);
        say("bob", "call A big");
        say("ada", "scenarios");
        awaitBoard(true);
        say("bob", "call A bigger");

        // The plans may have changed the board before the press.
        FakeDiscord.Call edit = discord.take(FakeDiscord.Kind.EDIT);
        while (edit.path().endsWith(BOARD)) {
            assertThat(edit.text()).doesNotContain("big");
            edit = discord.take(FakeDiscord.Kind.EDIT);
        }
    }

    @Test
    void keepsABoardWithoutItsAskerAfterForgetMe() throws Exception {
        say("bob", "cost llama 70b lora 1k examples");
        say("cleo", "scenarios");
        awaitBoard(true);
        assertThat(records()).anySatisfy(row -> assertThat(row).contains("record_kind=board", "owner=402"));

        running().answer(Incoming.by("402", Incoming.slash("forget-me", Map.of())));

        assertThat(records())
                .anySatisfy(row -> assertThat(row).contains("record_kind=board"))
                .allSatisfy(row -> assertThat(row).doesNotContain("402", "COMPONENTS b6"));
        say("bob", "call A big");
        FakeDiscord.Call edit = discord.take(FakeDiscord.Kind.EDIT);
        // The first plan may have changed the board as well, before it had a name.
        edit = edit.text().contains("big: ") ? edit : discord.take(FakeDiscord.Kind.EDIT);
        assertThat(edit.text()).contains("big: Llama 3.3 70B");
        assertThat(edit.message().toString()).doesNotContain("v2|");
    }

    /** Two plans and their board; returns a press of one of its buttons. */
    private ObjectNode pressOnBoard(String label) throws Exception {
        say("ada", "cost llama 8b lora 1k examples");
        say("bob", "cost llama 70b lora 1k examples");
        FakeDiscord.Call board = say("ada", "scenarios");
        awaitBoard(true);
        ObjectNode posted = Incoming.reply(board.message());
        posted.put("id", BOARD).put("channel_id", Incoming.THREAD);
        return Incoming.inThread(Incoming.press(RunningDiscord.button(board.message(), label), posted));
    }

    /** The place of a board is noted, or forgotten, in the background. */
    private void awaitBoard(boolean isNoted) throws InterruptedException {
        assertThat(RunningDiscord.within(
                        Duration.ofMinutes(1),
                        () -> records().stream().anyMatch(row -> row.contains("record_kind=board")) == isNoted))
                .isTrue();
    }

    private List<String> records() {
        List<String> rows = new ArrayList<>();
        running()
                .storage()
                .archive()
                .read(Kind.TEAM_RECORDS, row -> rows.add(row.values().toString()));
        return rows;
    }

    /** Returns the first edit that has a text; edits for plans that were asked before may still come first. */
    private FakeDiscord.Call editWith(String text) throws Exception {
        FakeDiscord.Call edit = discord.take(FakeDiscord.Kind.EDIT);
        while (!edit.text().contains(text)) {
            edit = discord.take(FakeDiscord.Kind.EDIT);
        }
        return edit;
    }

    private FakeDiscord.Call sayIn(String channel, String person, String text) throws Exception {
        ObjectNode message = Incoming.inGuild(channel, "<@100> " + text);
        message.set("author", Incoming.user(person, "name of " + person));
        return running().say(message);
    }

    private FakeDiscord.Call say(String person, String text) throws Exception {
        ObjectNode message = Incoming.inGuild(Incoming.THREAD, "<@100> " + text);
        String id = PEOPLE.get(person);
        if (id != null) {
            message.set("author", Incoming.user(id, person));
        }
        return running().say(message);
    }
}
