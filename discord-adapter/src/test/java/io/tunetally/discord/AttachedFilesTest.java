package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.LimitsCheck;
import io.tunetally.discord.install.Invitation;
import io.tunetally.discord.message.DiscordFormatter;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.DiscordMessage.Form;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.SampleReplies;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of an answer, here the calendar of a migration, go along with the message. */
@Requirement("discord-14")
class AttachedFilesTest extends BesideFakeDiscord {
    private static final String QUESTION = "migrate gpt-4o-mini 2000 examples 20000 requests/day";
    private static final String NAME = "gpt-4o-mini-openai-dates.ics";
    private static final String HINT = "The file cannot be attached here. Ask me in a direct message for it.";

    @Test
    void postsTheFileWithTheAnswerToAMention() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            assertAttached(running.say(Incoming.inGuild("<@100> " + QUESTION)));
        }
    }

    @Requirement("discord-11a")
    @Test
    void defersAnAnswerWithAFile() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            Call deferred = running.interact(Incoming.slash("ask", Map.of("message", QUESTION)));

            assertThat(deferred.body().path("type").asInt()).isEqualTo(5);
            assertAttached(discord.take(Kind.ORIGINAL));
        }
    }

    @Requirement("discord-18")
    @Test
    void sharesTheFileWithTheAnswer() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            JsonNode sent = running.answer(Incoming.slash("ask", Map.of("message", QUESTION, "private", true)))
                    .message();
            discord.interact(
                    Incoming.press(RunningDiscord.button(sent, "Share"), Incoming.answer(Incoming.USER, true, sent)));

            assertAttached(discord.take(Kind.FOLLOWUP));
        }
    }

    /** A press replaces the message, and its file with it. */
    @Test
    void takesTheFileAwayWithTheAnswer() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            JsonNode sent = running.answer(Incoming.slash("ask", Map.of("message", QUESTION)))
                    .message();
            Call replaced = running.answer(Incoming.press(
                    RunningDiscord.button(sent, "Details of the first"), Incoming.answer(Incoming.USER, false, sent)));

            assertThat(names(replaced.message())).doesNotContain(NAME);
            assertThat(replaced.message().path("attachments").isArray())
                    .as("it says which files are left")
                    .isTrue();
            assertThat(replaced.text()).doesNotContain(NAME);
        }
    }

    @Requirement("discord-15")
    @Test
    void saysWhereToGetTheFileWhereItMayNotBeAttached() throws Exception {
        try (RunningDiscord running = runningWithout(Permission.MESSAGE_ATTACH_FILES)) {
            Call sent = running.say(Incoming.inGuild("<@100> " + QUESTION));

            assertThat(sent.body().has("attachments")).isFalse();
            assertThat(sent.text()).contains(HINT);
            assertThat(sent.raw()).doesNotContain("VCALENDAR");
        }
    }

    @Requirement("discord-15")
    @Test
    void saysWhereToGetTheFileWhereDiscordFindsItTooLarge() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            discord.next(Kind.POST, 413, Map.of(), "{\"message\":\"Request entity too large\",\"code\":40005}");
            assertAttached(running.say(Incoming.inGuild("<@100> " + QUESTION)));
            Call again = discord.take(Kind.POST);

            assertThat(again.body().has("attachments")).isFalse();
            assertThat(again.text()).contains(HINT);
        }
    }

    @Requirement("discord-15")
    @Test
    void attachesTheFileToPlainText() throws Exception {
        try (RunningDiscord running = runningWithout(Permission.MESSAGE_EMBED_LINKS)) {
            Call sent = running.say(Incoming.inGuild("<@100> " + QUESTION));

            assertThat(sent.body().path("content").asText()).contains("GPT-4o mini on OpenAI");
            assertAttached(sent);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void attachesFilesInEveryForm(Form form) {
        Block.File file = new Block.File("dates.ics", "text/calendar", "BEGIN:VCALENDAR", "Calendar (.ics)");
        Block.File sameName = new Block.File("dates.ics", "text/calendar", "another", "Calendar (.ics)");
        DiscordMessage message =
                new DiscordFormatter(form).format(new Reply("Move", List.of(file, sameName), Audience.EVERYONE));

        assertThat(message.hasFiles()).isTrue();
        assertThat(message.files()).containsExactly(file);
        assertThat(names(message)).contains("dates.ics");
        assertThat(names(message.withoutFiles())).isEmpty();
        assertThat(message.withoutFiles().hasFiles()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void hasRoomForTheHintInEveryMessage(Form form) {
        DiscordFormatter formatter = new DiscordFormatter(form);
        Stream.of(SampleReplies.usual(), SampleReplies.oversize(), SampleReplies.generated(500).stream())
                .flatMap(samples -> samples)
                .forEach(sample -> {
                    DiscordMessage message =
                            formatter.format(sample.reply()).withoutFiles().signed("Shared by " + "x".repeat(80));
                    LimitsCheck check =
                            LimitsCheck.of(Bodies.read(message.data().toData().toString()));
                    assertThat(check.broken()).as(sample.name()).isEmpty();
                    assertThat(check.visible().contains(HINT))
                            .as(sample.name())
                            .isEqualTo(!sample.reply().files().isEmpty());
                });
    }

    private static void assertAttached(Call sent) {
        assertThat(names(sent.message())).contains(NAME);
        assertThat(sent.raw()).contains("BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20270114\r\n");
        assertThat(sent.text()).doesNotContain("VCALENDAR", HINT);
    }

    private static List<String> names(DiscordMessage message) {
        return names(Bodies.read(message.data().toData().toString()));
    }

    private static List<String> names(JsonNode body) {
        return body.path("attachments").findValuesAsText("filename");
    }

    private RunningDiscord runningWithout(Permission missing) throws Exception {
        discord.close();
        discord = new FakeDiscord(
                _ -> List.of(Incoming.guild(Incoming.GUILD, Invitation.PERMISSIONS & ~Permission.getRaw(missing))));
        return new RunningDiscord(discord, folder);
    }
}
