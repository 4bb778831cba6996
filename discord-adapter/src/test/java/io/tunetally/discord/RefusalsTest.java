package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.Trouble;
import io.tunetally.discord.install.Invitation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers to messages that Discord does not take, or that cannot be made. */
@Requirement("discord-15")
@Execution(ExecutionMode.CONCURRENT)
class RefusalsTest extends BesideFakeDiscord {
    private static final String BROKEN = "{\"message\":\"500: Internal Server Error\",\"code\":0}";

    private static ObjectNode question() {
        return Incoming.inGuild("<@100> cost gpt-4o 1k examples");
    }

    @Test
    void sendsTheSameAgainWhereDiscordIsAtFault() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            discord.next(Kind.POST, 500, Map.of(), BROKEN);
            Call refused = running.say(question());
            assertThat(discord.take(Kind.POST).body()).isEqualTo(refused.body());

            discord.cut(Kind.POST);
            Call lost = running.say(question());
            assertThat(discord.take(Kind.POST).body()).isEqualTo(lost.body());
        }
    }

    @Test
    void givesUpInTheEndAndClaimsNothingThatIsNotSo() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            for (int n = 0; n < 4; n++) {
                discord.next(Kind.POST, 500, Map.of(), BROKEN);
            }
            Call first = running.say(question());
            for (int n = 1; n < 4; n++) {
                assertThat(discord.take(Kind.POST).body()).isEqualTo(first.body());
            }
            assertThat(running.say(Incoming.inGuild("<@100> help")).id()).isEqualTo(Incoming.CHANNEL);
            assertThat(running.comesToCountUndelivered(1)).isTrue();
            assertThat(discord.waiting(Kind.POST)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, 0, 401: Unauthorized",
        "400, 200000, Message was blocked by automatic moderation",
        "400, 20016, This action cannot be performed due to slowmode rate limit",
        "404, 10003, Unknown Channel",
    })
    void triesOnceWhereNoOtherFormWouldBeTaken(int status, int code, String message) throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            discord.next(Kind.POST, status, Map.of(), "{\"message\":\"" + message + "\",\"code\":" + code + "}");
            running.say(question());

            assertThat(running.say(Incoming.inGuild("<@100> help")).id()).isEqualTo(Incoming.CHANNEL);
            running.app().close(); // Running work ends first.
            assertThat(discord.waiting(Kind.POST)).isZero();
        }
    }

    @Requirement("discord-13")
    @Test
    void saysWhatToReportWhereAnAnswerCannotBeMade() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder, Changes.answering(RefusalsTest::broken))) {
            running.expectTrouble("broken for a test");
            for (ObjectNode message : List.of(question(), Incoming.direct("cost gpt-4o"))) {
                String told = running.say(message).text();
                assertThat(told).containsPattern("incident `[0-9a-f]{8}`").doesNotContain("broken for a test");
                String incident = told.replaceAll("(?s).*incident `([0-9a-f]{8}).*", "$1");
                assertThat(log.messages()).anyMatch(line -> line.contains(incident));
            }
            assertThat(running.metrics().scrape())
                    .contains("tunetally_incidents_total{platform=\"discord\",type=\"answer\"} 2.0");
        }
    }

    private static Answer broken(Bot bot, ChatEvent event) {
        if (((ChatEvent.Said) event).text().contains("1k")) {
            throw new StackOverflowError("broken for a test");
        }
        throw new IllegalStateException("broken for a test");
    }

    @Requirement("discord-10")
    @Test
    void leavesOutAnEditThatWasEditedAgain() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        try (RunningDiscord running = new RunningDiscord(discord, folder, Changes.answering((bot, event) -> {
            if (event instanceof ChatEvent.Said said && said.text().contains("2k")) {
                await(second);
            }
            return bot.answer(event);
        }))) {
            ObjectNode message = question();
            running.say(message);
            discord.gateway().dispatch("MESSAGE_UPDATE", message.put("content", "<@100> cost gpt-4o 2k examples"));
            discord.gateway().dispatch("MESSAGE_UPDATE", message.put("content", "<@100> cost gpt-4o 3k examples"));
            running.say(Incoming.inGuild("<@100> help")); // Both have been told of by now.
            second.countDown();

            assertThat(discord.take(Kind.EDIT).text()).contains("3,000 examples");
            running.app().close();
            assertThat(discord.waiting(Kind.EDIT)).isZero();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Requirement("discord-10")
    @Test
    void editsAgainWhereDiscordIsAtFaultAndNotWhatIsGone() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            ObjectNode message = question();
            running.say(message);
            discord.next(Kind.EDIT, 500, Map.of(), BROKEN);
            discord.gateway().dispatch("MESSAGE_UPDATE", message.put("content", "<@100> cost gpt-4o 2k examples"));
            Call refused = discord.take(Kind.EDIT);
            assertThat(discord.take(Kind.EDIT).body()).isEqualTo(refused.body());

            discord.next(Kind.EDIT, 404, Map.of(), "{\"message\":\"Unknown Message\",\"code\":10008}");
            discord.gateway().dispatch("MESSAGE_UPDATE", message.put("content", "<@100> cost gpt-4o 3k examples"));
            discord.take(Kind.EDIT);
            running.app().close();
            assertThat(discord.waiting(Kind.EDIT)).isZero();
            assertThat(Trouble.in(log)).isEmpty();
        }
    }

    @Requirement("discord-10")
    @Test
    void tellsTheEditorThatItWasTooMuchOrThatItBroke() throws Exception {
        Changes changes = Changes.answering((bot, event) -> {
            if (event instanceof ChatEvent.Said said && said.text().contains("bug")) {
                throw new IllegalStateException("broken for a test");
            }
            return bot.answer(event);
        });
        try (RunningDiscord running = new RunningDiscord(discord, folder, changes)) {
            running.expectTrouble("broken for a test");
            ObjectNode asked = question();
            running.say(asked);
            discord.gateway().dispatch("MESSAGE_UPDATE", asked.deepCopy().put("content", "<@100> bug"));
            Call broke = discord.take(Kind.POST);
            assertThat(broke.text()).contains("report incident");
            assertThat(broke.body().path("nonce"))
                    .as("else Discord takes it for the answer there is")
                    .isNotEqualTo(asked.path("id"));

            for (int n = 0; n < 20; n++) {
                discord.gateway()
                        .dispatch("MESSAGE_UPDATE", asked.deepCopy().put("content", "<@100> cost gpt-4o " + n));
            }
            assertThat(discord.take(Kind.POST).text()).contains("a lot within a few seconds");
        }
    }

    @Requirement("discord-10")
    @Test
    void isQuietWhereItMayNotWriteAnyMoreWhenAQuestionIsEdited() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            ObjectNode message = question();
            running.say(message);
            discord.gateway()
                    .dispatch(
                            "GUILD_ROLE_UPDATE",
                            Incoming.everyone(Invitation.PERMISSIONS & ~Permission.MESSAGE_SEND.getRawValue()));
            discord.gateway().dispatch("MESSAGE_UPDATE", message.put("content", "<@100> cost gpt-4o 2k examples"));
            running.say(Incoming.direct("help"));
            running.app().close();

            assertThat(discord.waiting(Kind.EDIT)).isZero();
            assertThat(Trouble.in(log)).isEmpty();
        }
    }
}
