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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The basis of figures is in a context block, and nowhere else: the job and the currency in sight, sources in the details. */
@Requirement("slack-21")
class SmallPrintTest {
    private static final Bot BOT = SlackGoldenTest.bot();
    private static final String CURRENCY = "US dollars";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cost gpt-4o 1k examples                               | assumed: 500 tokens each     | per 1M tokens: published prices (
            cost 1k examples 3 epochs llama 8b lora               | 500 tokens each (assumed)    | seen 2026-10-08
            gpt-4.1 vs llama 70b 1000 examples 3 epochs           | assumed: 500 tokens each     | per 1M tokens: published prices (
            tco gpt-4o 1k examples 100 requests/day over 6 months | assumed: 500 tokens each     | per 1M tokens: published prices (
            what can I train for $50                              | assumed: 500 tokens/example | per 1M tokens: published prices (
            recommend                                             | Assumed: 1,000 examples      | per 1M tokens: published prices (
            should I fine-tune                                    | Assumed: 1,000 examples      | per 1M tokens: published prices (
            """)
    void saysCurrencyAndAssumptionsInSightAndUnitAndDateInTheDetails(String text, String assumed, String priced) {
        for (SlackMessage message : messages(text)) {
            assertThat(texts(message, "context"::equals)).contains(assumed, CURRENCY);
            assertThat(texts(message, type -> !type.equals("context"))).doesNotContain(assumed, CURRENCY);
        }
        for (SlackMessage message : messages(text + " details")) {
            assertThat(texts(message, "context"::equals)).contains(assumed, CURRENCY, priced);
            assertThat(texts(message, type -> !type.equals("context"))).doesNotContain(assumed, CURRENCY, priced);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost llama 1k examples", "models", "models details"})
    void saysTheCurrencyAlsoUnderAQuestionAndAList(String text) {
        for (SlackMessage message : messages(text)) {
            assertThat(texts(message, "context"::equals)).contains(CURRENCY);
        }
    }

    private static List<SlackMessage> messages(String text) {
        Answer answer = BOT.answer(SlackGoldenTest.said(text));
        return List.of(SlackAnswers.posted(answer, false), SlackAnswers.acknowledged(answer));
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
