package io.tunetally.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.LimitsCheck;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordMessage.Form;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bodies of real answers. {@code -Dtunetally.golden=write} writes them anew; read the
 * difference before it is committed.
 */
@Requirement("discord-16")
public class DiscordGoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Bot BOT = bot();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            estimate     | cost gpt-4o 1k examples
            lora         | cost 1k examples 3 epochs llama 8b lora
            details      | cost 1k examples 3 epochs llama 8b lora details
            compare      | compare all 1000 examples 3 epochs
            everything   | compare all 1000 examples 3 epochs details
            tco          | tco gpt-4o 1k examples 100 requests/day over 6 months
            breakeven    | break even gpt-4o-mini 2000 token prompt vs 100 token prompt
            budget       | what can I train for $50
            recommend    | recommend
            worthit      | should I fine-tune
            models       | models
            question     | cost llama 1k examples
            refused      | cost gpt-4o 0 examples
            hostile      | cost gpt-4o 1k examples fr`ob <@&1> https://evil.test @everyone *zork* <b>xyzzy</b>
            frobnicate   | frobnicate <@&1> https://evil.test @everyone
            migrate      | migrate gpt-4o-mini 2k examples 20k requests/day
            help         | help
            explain      | what is LoRA
            greeting     | hi
            """)
    void looksAsItDid(String name, String text) throws IOException {
        Answer answer = BOT.answer(said(text));
        for (Form form : Form.values()) {
            assertThat(LimitsCheck.of(Bodies.read(
                                    DiscordAnswers.own(answer).in(form).json()))
                            .broken())
                    .isEmpty();
        }
        assertMatches(name, DiscordAnswers.post(answer).in(Form.PICTURES).json());
        if (name.equals("estimate")) {
            for (Form form : List.of(Form.EMBED, Form.TEXT)) {
                assertMatches(
                        name + "." + form.name().toLowerCase(Locale.ROOT),
                        DiscordAnswers.post(answer).in(form).json());
            }
        }
    }

    @Test
    void aDiscussionLooksAsItDid() throws IOException {
        Bot bot = Assembly.ofSession(SharedKnowledge.at(DAY), DAY).bot();
        bot.answer(inThread("1001", "cost llama 8b lora 1k examples 3 epochs"));
        bot.answer(inThread("1002", "cost llama 70b lora on together 1k examples 3 epochs"));
        bot.answer(inThread("1001", "cost gpt-4.1-mini on azure 1k examples 3 epochs"));

        assertPosted("bill", bot.answer(inThread("1001", "actual 1 $69")));
        assertPosted("board", bot.answer(inThread("1002", "scenarios")));
        assertPosted("decision", bot.answer(inThread("1001", "decide A because it runs on our own GPUs later")));
        bot.answer(inThread("1002", "A with 5 epochs"));
        assertPosted("unequal", bot.answer(inThread("1002", "which one is cheapest?")));
    }

    private static void assertPosted(String name, Answer answer) throws IOException {
        String body = DiscordAnswers.post(answer).in(Form.PICTURES).json();
        assertThat(LimitsCheck.of(Bodies.read(body)).broken()).isEmpty();
        assertMatches(name, body);
    }

    private static ChatEvent inThread(String person, String text) {
        ConversationId conversation = new ConversationId(new PlatformId("discord"), "1", "2", "4");
        return new ChatEvent.Said(
                new Envelope(text, conversation, new UserId(person), true), Markup.MARKDOWN, text, List.of());
    }

    @Test
    void makesTheMessageOfAnAnswerThatIsGivenAgainOnce() {
        BOT.answer(said("cost gpt-4o 1k examples"));
        Answer answer = BOT.answer(said("cost gpt-4o 1k examples"));
        Answer again = BOT.answer(said("cost gpt-4o 1k examples"));

        assertThat(again).isSameAs(answer);
        assertThat(DiscordAnswers.post(again).in(Form.PICTURES))
                .isSameAs(DiscordAnswers.post(answer).in(Form.PICTURES));
    }

    private static void assertMatches(String name, String body) throws IOException {
        Path golden = FOLDER.resolve(name + ".json");
        if ("write".equals(System.getProperty("tunetally.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, body + "\n", UTF_8);
        }
        assertThat(body + "\n").isEqualTo(Files.readString(golden, UTF_8));
    }

    public static Bot bot() {
        return Assembly.of(SharedKnowledge.at(DAY), DAY).bot();
    }

    private static ChatEvent said(String text) {
        ConversationId conversation = new ConversationId(new PlatformId("discord"), "1", "2", text);
        return new ChatEvent.Said(
                new Envelope(text, conversation, new UserId("3"), true), Markup.MARKDOWN, text, List.of());
    }
}
