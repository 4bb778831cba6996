package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.Requirement;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.slack.event.SlackAnswers;
import io.tunetally.slack.message.SlackMessage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The basis of figures is in a context block, and nowhere else. */
@Requirement("slack-21")
class SmallPrintTest {
    private static final Bot BOT = SlackGoldenTest.bot();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cost gpt-4o 1k examples                              | 500 tokens/example (assumed) | per 1M tokens: published prices (
            cost 1k examples 3 epochs llama 8b lora              | 500 tokens/example (assumed) | seen 2026-10-08
            compare all 1000 examples 3 epochs                   | 500 tokens/example (assumed) | per 1M tokens: published prices (
            tco gpt-4o 1k examples 100 requests/day over 6 months | 500 tokens/example (assumed) | per 1M tokens: published prices (
            what can I train for $50                             | 500 tokens/example (assumed) | per 1M tokens: published prices (
            recommend                                            | 500 tokens/example (assumed) | per 1M tokens: published prices (
            should I fine-tune                                   | 500 tokens/example (assumed) | per 1M tokens: published prices (
            cost llama 1k examples                               | 500 tokens/example (assumed) | US dollars
            models                                               | US dollars                   | US dollars
            """)
    void saysCurrencyUnitDateAndAssumptions(String text, String assumed, String priced) {
        Answer answer = BOT.answer(SlackGoldenTest.said(text));

        for (SlackMessage message :
                new SlackMessage[] {SlackAnswers.posted(answer, false), SlackAnswers.acknowledged(answer)}) {
            assertThat(texts(message, "context"::equals)).contains(assumed, priced, "US dollars");
            assertThat(texts(message, type -> !type.equals("context"))).doesNotContain("(assumed)", "US dollars");
        }
    }

    /** The blocks of some types, as they are sent. */
    private static String texts(SlackMessage message, Predicate<String> type) {
        JsonObject payload =
                JsonParser.parseString(SlackMessage.json(message.payload())).getAsJsonObject();
        return StreamSupport.stream(payload.getAsJsonArray("blocks").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(block -> type.test(block.get("type").getAsString()))
                .map(JsonObject::toString)
                .collect(Collectors.joining("\n"));
    }
}
