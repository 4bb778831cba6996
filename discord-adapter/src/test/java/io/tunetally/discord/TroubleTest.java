package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.LimitsCheck;
import io.tunetally.discord.fake.Trouble;
import io.tunetally.discord.install.Invitation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures around the adapter. */
class TroubleTest extends BesideFakeDiscord {
    private static final int COMPONENTS_V2 = 1 << 15;
    private static final int EPHEMERAL = 64;
    private static final Map<String, Object> GPT_4O = Map.of("model", "gpt-4o");

    private RunningDiscord running() throws Exception {
        return new RunningDiscord(discord, folder);
    }

    private RunningDiscord runningWith(long permissions) throws Exception {
        discord.close();
        discord = new FakeDiscord(_ -> List.of(Incoming.guild(Incoming.GUILD, permissions)));
        return running();
    }

    private static long without(Permission... missing) {
        return Invitation.PERMISSIONS & ~Permission.getRaw(missing);
    }

    @Requirement("discord-11a")
    @Test
    void defersWhatTakesLonger() throws Exception {
        CountDownLatch deferred = new CountDownLatch(1);
        try (RunningDiscord running = RunningDiscord.deferringAfter(
                WorkBounds.USUAL.deferAfter(), discord, folder, Changes.answeringAfter(deferred))) {
            Call thinking = running.interact(Incoming.slash("cost", GPT_4O));
            deferred.countDown();
            assertThat(thinking.body().path("type").asInt()).isEqualTo(5);
            assertThat(discord.take(Kind.ORIGINAL).text()).contains("$37.50");
        }
    }

    @Requirement("discord-11a")
    @Test
    void defersAnswersWithAFile() throws Exception {
        try (RunningDiscord running = running()) {
            assertThat(running.interact(Incoming.slash("ask", Map.of("message", "models details")))
                            .body()
                            .path("type")
                            .asInt())
                    .isEqualTo(5);
            assertThat(discord.take(Kind.ORIGINAL)
                            .body()
                            .at("/attachments/0/filename")
                            .asText())
                    .isEqualTo("answer.txt");
        }
    }

    @Requirement("discord-13")
    @Test
    void saysWhatToReportWhereItIsBroken() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder, Changes.answering((_, _) -> {
            throw new IllegalStateException("broken for a test");
        }))) {
            running.expectTrouble("broken for a test");
            Call callback = running.interact(Incoming.slash("cost", GPT_4O));

            assertThat(callback.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(callback.text())
                    .containsPattern("incident `[0-9a-f]{8}`")
                    .doesNotContain("broken for a test");
            String incident = callback.text().replaceAll("(?s).*incident `([0-9a-f]{8}).*", "$1");
            assertThat(log.messages()).anyMatch(line -> line.contains(incident));
        }
    }

    @Requirement({"discord-26", "discord-29"})
    @Test
    void waitsAsLongAsDiscordSaysAndSendsOnce() throws Exception {
        try (RunningDiscord running = running()) {
            discord.next(
                    Kind.POST,
                    429,
                    Map.of("Retry-After", "1", "Via", "1.1 google", "X-RateLimit-Scope", "user"),
                    "{\"message\":\"slow down\",\"retry_after\":0.4,\"global\":false}");
            Call refused = running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            Call taken = discord.take(Kind.POST);

            assertThat(running.metrics().scrape()).contains("tunetally_rate_limits_total{platform=\"discord\"} 1.0");
            assertThat(taken.body()).isEqualTo(refused.body());
            assertThat(taken.body().path("enforce_nonce").asBoolean()).isTrue();
            running.say(Incoming.inGuild("<@100> help"));
            assertThat(discord.waiting(Kind.POST)).isZero();
        }
    }

    @Requirement("discord-15")
    @Test
    void triesPlainTextAndThenTellsTheAskerWhereAPermissionIsMissing() throws Exception {
        try (RunningDiscord running = running()) {
            discord.next(Kind.POST, 403, Map.of(), "{\"message\":\"Missing Permissions\",\"code\":50013}");
            discord.next(Kind.POST, 403, Map.of(), "{\"message\":\"Missing Permissions\",\"code\":50013}");

            running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            assertThat(discord.take(Kind.POST).body().path("content").asText()).contains("$37.50");
            assertThat(discord.take(Kind.POST).id()).isEqualTo(Incoming.DIRECT);
            assertThat(Trouble.in(log)).isEmpty();
        }
    }

    /** No access, a locked thread, an archived one. */
    @Requirement({"discord-9", "discord-15"})
    @ParameterizedTest
    @CsvSource({"403, 50001", "400, 160005", "400, 50083"})
    void staysSilentWhereItHasNoAccessAndTellsTheAskerOnce(int status, int code) throws Exception {
        try (RunningDiscord running = running()) {
            String missing = "{\"message\":\"closed\",\"code\":" + code + "}";
            discord.next(Kind.POST, status, Map.of(), missing);
            running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            assertThat(discord.take(Kind.POST).id()).isEqualTo(Incoming.DIRECT);

            discord.next(Kind.POST, status, Map.of(), missing);
            running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            assertThat(running.say(Incoming.inGuild("<@100> help")).id()).isEqualTo(Incoming.CHANNEL);
            assertThat(discord.waiting(Kind.POST)).isZero();
            assertThat(Trouble.in(log)).isEmpty();
        }
    }

    @Requirement("discord-15")
    @Test
    void sendsPlainerWhereDiscordRefusesAForm() throws Exception {
        try (RunningDiscord running = running()) {
            String invalid = "{\"message\":\"Invalid Form Body\",\"code\":50035}";
            discord.next(Kind.POST, 400, Map.of(), invalid);
            discord.next(Kind.POST, 400, Map.of(), invalid);

            Call components = running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            Call embed = discord.take(Kind.POST);
            Call text = discord.take(Kind.POST);

            assertThat(components.body().path("flags").asInt() & COMPONENTS_V2).isEqualTo(COMPONENTS_V2);
            assertThat(embed.body().path("embeds")).hasSize(1);
            assertThat(embed.body().has("message_reference")).isTrue();
            assertThat(text.body().path("content").asText()).contains("$37.50");
            assertThat(text.body().has("message_reference"))
                    .as("it may be the reference that is refused")
                    .isFalse();
        }
    }

    @Requirement("discord-15")
    @Test
    void doesNotPointAtTheQuestionWhereItMayNotReadTheChannel() throws Exception {
        try (RunningDiscord running = running()) {
            discord.next(
                    Kind.POST,
                    400,
                    Map.of(),
                    "{\"message\":\"Cannot reply without permission to read message history\",\"code\":160002}");

            Call reply = running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            Call message = discord.take(Kind.POST);

            assertThat(reply.body().has("message_reference")).isTrue();
            assertThat(message.body().has("message_reference")).isFalse();
            assertThat(message.body().path("flags").asInt() & COMPONENTS_V2).isEqualTo(COMPONENTS_V2);
            assertThat(message.text()).contains("$37.50");
        }
    }

    /** Discord says so with a code, a proxy before it with the status alone. */
    @Requirement("discord-15")
    @ParameterizedTest
    @CsvSource({"400, 40005", "413, 0"})
    void sendsNoFileWhereItIsTooLarge(int status, int code) throws Exception {
        try (RunningDiscord running = running()) {
            String tooLarge = "{\"message\":\"Request entity too large\",\"code\":" + code + "}";
            discord.next(Kind.POST, status, Map.of(), tooLarge);
            Call posted = running.say(Incoming.inGuild("<@100> models details"));
            Call plainer = discord.take(Kind.POST);
            assertThat(posted.body().path("attachments")).isNotEmpty();
            assertThat(plainer.body().path("attachments")).isEmpty();
            assertThat(plainer.body().path("flags").asInt() & COMPONENTS_V2).isEqualTo(COMPONENTS_V2);
            assertThat(plainer.text()).containsPattern("\\.\\.\\. \\d+ more\\. Ask me in a direct message");

            discord.next(Kind.ORIGINAL, status, Map.of(), tooLarge);
            discord.interact(Incoming.slash("ask", Map.of("message", "models details")));
            assertThat(discord.take(Kind.ORIGINAL).body().path("attachments")).isNotEmpty();
            Call edited = discord.take(Kind.ORIGINAL);
            assertThat(edited.body().path("attachments")).isEmpty();
            assertThat(edited.body().path("flags").asInt() & COMPONENTS_V2).isEqualTo(COMPONENTS_V2);
        }
    }

    @Requirement("discord-15")
    @Test
    void writesTextWhereItMayNotEmbed() throws Exception {
        try (RunningDiscord running = runningWith(without(Permission.MESSAGE_EMBED_LINKS))) {
            assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o"))
                            .body()
                            .path("content")
                            .asText())
                    .contains("$37.50");
            assertThat(running.interact(Incoming.slash("cost", GPT_4O))
                            .message()
                            .path("content")
                            .asText())
                    .contains("$37.50");
        }
    }

    @Requirement("discord-15")
    @Test
    void tellsTheAskerOnceByDirectMessageWhereItMayNotSend() throws Exception {
        try (RunningDiscord running = runningWith(without(Permission.MESSAGE_SEND))) {
            Call told = running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            assertThat(told.id()).isEqualTo(Incoming.DIRECT);
            assertThat(told.body().path("content").asText()).contains("may not write in <#300>", "*Send Messages*");

            discord.gateway().dispatch("MESSAGE_CREATE", Incoming.inGuild("<@100> cost gpt-4o"));
            assertThat(running.say(Incoming.direct("help")).text()).contains("What fine-tuning a model will cost");
            assertThat(discord.waiting(Kind.POST)).isZero();
            assertThat(Trouble.in(log)).isEmpty();
        }
    }

    @Requirement("discord-9")
    @Test
    void isQuietInThreadsItMayNotWriteIn() throws Exception {
        try (RunningDiscord running = runningWith(without(Permission.MESSAGE_SEND_IN_THREADS))) {
            assertThat(running.say(Incoming.inGuild(Incoming.THREAD, "<@100> cost gpt-4o"))
                            .id())
                    .isEqualTo(Incoming.DIRECT);
            assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o")).text())
                    .contains("$37.50");
            assertThat(Trouble.in(log)).isEmpty();
        }
    }

    @Requirement("discord-15")
    @Test
    void sendsNoFileAndNoReferenceWhereThatIsNotAllowed() throws Exception {
        try (RunningDiscord running =
                runningWith(without(Permission.MESSAGE_ATTACH_FILES, Permission.MESSAGE_HISTORY))) {
            JsonNode body =
                    running.say(Incoming.inGuild("<@100> models details")).body();

            assertThat(body.has("attachments")).isFalse();
            assertThat(body.has("message_reference")).isFalse();
            assertThat(LimitsCheck.of(body).visible())
                    .containsPattern("\\.\\.\\. \\d+ more\\. Ask me in a direct message")
                    .doesNotContain("file below");
        }
    }

    @Test
    void takesANameOfTenThousandCharacters() throws Exception {
        try (RunningDiscord running = running()) {
            String name = "x".repeat(10_000);

            assertThat(running.say(Incoming.direct("cost " + name + " 1k examples"))
                            .text())
                    .isNotBlank();
            assertThat(running.interact(Incoming.slash("cost", Map.of("model", "@everyone " + name)))
                            .text())
                    .isNotBlank();
        }
    }

    @Requirement({"discord-3", "discord-29"})
    @Test
    void logsIdsAndNeverWhatWasWritten() throws Exception {
        ObjectNode mention = Incoming.inGuild("<@100> cost gpt-4o secretproject 1k examples");
        try (RunningDiscord running = running()) {
            running.say(mention);
            running.interact(Incoming.slash("ask", Map.of("message", "cost gpt-4o secretproject")));
        }
        assertThat(log.messages())
                .contains("message " + mention.path("id").asText() + " in channel 300: answered")
                .anyMatch(line -> line.contains("finetune ask in server 200, channel 300"))
                .noneMatch(line -> line.contains("secretproject"))
                .noneMatch(line -> line.contains(FakeDiscord.TOKEN));
    }

    @Requirement("discord-29")
    @Test
    void writesNothingOfWhatJdaStumblesOver() throws Exception {
        try (RunningDiscord running = running()) {
            running.expectTrouble("Please redirect the following message to the devs");
            running.expectTrouble("Exception");
            ObjectNode message = Incoming.inGuild("<@100> secretproject");
            message.remove("author");
            discord.gateway().dispatch("MESSAGE_CREATE", message);
            ObjectNode interaction = Incoming.slash("ask", Map.of("message", "secretproject"));
            ((ObjectNode) interaction.path("channel")).remove("type");
            discord.gateway().dispatch("INTERACTION_CREATE", interaction);

            assertThat(running.say(Incoming.inGuild("<@100> help")).text()).contains("What fine-tuning");
            assertThat(log.messages())
                    .filteredOn(line -> line.contains("secretproject"))
                    .hasSize(2);
            assertThat(log.text())
                    .contains("the devs", "{...}")
                    .doesNotContain("secretproject")
                    .doesNotContain(interaction.path("token").asText());
        }
    }
}
