package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.chat.ChatEvent;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.api.Shards;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.send.SendPace;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** All messages to channels and users take turns, here one a second. */
@Requirement("discord-26")
@Execution(ExecutionMode.CONCURRENT)
class PacedSenderTest extends BesideFakeDiscord {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private RunningDiscord running;

    @BeforeEach
    void start() throws Exception {
        SendPace pace = new SendPace(URI.create("https://discord.com/api/v10/"), new Shards.Part(0, 0, 45));
        Changes breaking = Changes.answering((bot, event) -> {
            if (event instanceof ChatEvent.Said said && said.text().equals("bug")) {
                throw new IllegalStateException("broken for a test");
            }
            return bot.answer(event);
        });
        running = new RunningDiscord(discord, folder, breaking, pace);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static ObjectNode question() {
        return Incoming.inGuild("<@100> cost gpt-4o 1k examples");
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void edit(ObjectNode message, String text) {
        discord.gateway().dispatch("MESSAGE_UPDATE", message.deepCopy().put("content", "<@100> " + text));
    }

    /** The first is sent by the thread that made it, the others by those that may wait. */
    @Test
    void answersMentionsOneAfterTheOther() throws Exception {
        long begun = System.nanoTime();
        for (int n = 0; n < 3; n++) {
            discord.gateway().dispatch("MESSAGE_CREATE", question());
        }
        for (int n = 0; n < 3; n++) {
            discord.take(Kind.POST);
        }

        assertThat(since(begun)).isGreaterThan(A_SECOND.multipliedBy(2));
    }

    @Test
    void editsInItsTurn() throws Exception {
        ObjectNode message = question();
        long begun = System.nanoTime();
        running.say(message);
        edit(message, "cost gpt-4o 2k examples");
        discord.take(Kind.EDIT);

        assertThat(since(begun)).isGreaterThan(A_SECOND);
    }

    @Test
    void saysInItsTurnThatAnEditBroke() throws Exception {
        running.expectTrouble("broken for a test");
        ObjectNode message = question();
        long begun = System.nanoTime();
        running.say(message);
        edit(message, "bug");

        assertThat(discord.take(Kind.POST).text()).contains("report incident");
        assertThat(since(begun)).isGreaterThan(A_SECOND);
    }

    @Test
    void tellsTheAskerInItsTurnWhereItMayNotWrite() throws Exception {
        discord.next(Kind.POST, 403, Map.of(), "{\"message\":\"Missing Access\",\"code\":50001}");
        long begun = System.nanoTime();
        running.say(question());

        assertThat(discord.take(Kind.POST).id()).isEqualTo(Incoming.DIRECT);
        assertThat(since(begun)).isGreaterThan(A_SECOND);
    }
}
