package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.tunetally.Requirement;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.slack.event.SlackAnswers;
import io.tunetally.slack.fake.LimitsCheck;
import io.tunetally.slack.message.SlackMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Payloads of real answers. {@code -Dtunetally.golden=write} writes them anew; read the difference before
 * it is committed.
 */
@Requirement("slack-20a")
public class SlackGoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    static final Clock DAY = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
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
            hostile      | cost gpt-4o 1k examples fr`ob <!channel> https://evil.test <@U024BE7LH> *zork* <b>xyzzy</b>
            frobnicate   | frobnicate <!channel> https://evil.test <@U024BE7LH>
            migrate      | migrate gpt-4o-mini 2k examples 20k requests/day
            help         | help
            explain      | what is LoRA
            greeting     | hi
            """)
    void looksAsItDid(String name, String text) throws IOException {
        Answer answer = BOT.answer(said(text));
        String post = json(SlackAnswers.posted(answer, false));
        String ack = json(SlackAnswers.acknowledged(answer));

        assertThat(LimitsCheck.of(JsonParser.parseString(post).getAsJsonObject())
                        .broken())
                .isEmpty();
        assertThat(LimitsCheck.of(JsonParser.parseString(ack).getAsJsonObject()).broken())
                .isEmpty();
        assertMatches(name + ".post.json", post);
        assertMatches(name + ".ack.json", ack);
    }

    @Test
    void aDiscussionLooksAsItDid() throws IOException {
        Bot bot = Assembly.ofSession(SharedKnowledge.at(DAY), DAY).bot();
        bot.answer(inThread("U1", "cost llama 8b lora 1k examples 3 epochs"));
        bot.answer(inThread("U2", "cost llama 70b lora on together 1k examples 3 epochs"));
        bot.answer(inThread("U1", "cost gpt-4.1-mini on azure 1k examples 3 epochs"));

        assertPosted("bill", bot.answer(inThread("U1", "actual 1 $69")));
        assertPosted("board", bot.answer(inThread("U2", "scenarios")));
        assertPosted("decision", bot.answer(inThread("U1", "decide A because it runs on our own GPUs later")));
        bot.answer(inThread("U2", "A with 5 epochs"));
        assertPosted("unequal", bot.answer(inThread("U2", "which one is cheapest?")));
    }

    private static void assertPosted(String name, Answer answer) throws IOException {
        String post = json(SlackAnswers.posted(answer, false));
        assertThat(LimitsCheck.of(JsonParser.parseString(post).getAsJsonObject())
                        .broken())
                .isEmpty();
        assertMatches(name + ".post.json", post);
    }

    private static ChatEvent inThread(String person, String text) {
        ConversationId conversation = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700000000.000001");
        return new ChatEvent.Said(
                new Envelope(text, conversation, new UserId(person), true), Markup.MRKDWN, text, List.of());
    }

    @ParameterizedTest
    @CsvSource({"hostile.post.json", "hostile.ack.json"})
    void echoesWhatItDidNotUseAndNoMarkupOfIt(String file) throws IOException {
        String golden = Files.readString(FOLDER.resolve(file), UTF_8);

        assertThat(LimitsCheck.of(JsonParser.parseString(golden).getAsJsonObject())
                        .visible())
                .contains("⚠️ Not used: frˋob · zork (did you mean work?) · xyzzy\n")
                .doesNotContain("!channel", "U024BE7LH", "evil.test", "<b>");
    }

    private static void assertMatches(String file, String payload) throws IOException {
        Path golden = FOLDER.resolve(file);
        if ("write".equals(System.getProperty("tunetally.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, payload, UTF_8);
        }
        assertThat(payload).isEqualTo(Files.readString(golden, UTF_8));
    }

    private static String json(SlackMessage message) {
        return SlackMessage.json(message.payload()) + "\n";
    }

    public static Bot bot() {
        return Assembly.of(SharedKnowledge.at(DAY), DAY).bot();
    }

    public static ChatEvent said(String text) {
        ConversationId conversation = new ConversationId(new PlatformId("slack"), "T1", "C1", text);
        return new ChatEvent.Said(
                new Envelope(text, conversation, new UserId("U1"), true), Markup.MRKDWN, text, List.of());
    }
}
