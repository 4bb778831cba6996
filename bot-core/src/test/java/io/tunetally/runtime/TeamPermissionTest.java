package io.tunetally.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.bounded.ProcessDefaults;
import io.tunetally.storage.bounded.ProcessMemory;
import io.tunetally.storage.bounded.ProcessRecords;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada may change what the whole team assumes, Bob may not. */
class TeamPermissionTest {
    private static final String REFUSAL = "Only admins change what the whole team assumes";

    private final MovableClock clock = new MovableClock();
    private final Bot bot = Assembly.ofPlatform(
                    SharedKnowledge.at(clock),
                    clock,
                    new ProcessMemory(Duration.ofHours(1), clock),
                    new ProcessDefaults(),
                    new ProcessRecords(clock),
                    from -> from.user().value().equals("ada"),
                    StoreCalls::withoutDeadline)
            .bot();

    private String say(String person, String text) {
        ConversationId thread = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");
        Envelope from = new Envelope("", thread, new UserId(person), true);
        return bot.answer(new ChatEvent.Said(from, Markup.PLAIN, text, List.of()))
                .reply()
                .title();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaults set 800 tokens/example 4 epochs",
                "defaults set 4 epochs for this channel",
                "defaults reset",
                "we are an existing openai customer",
                "we are an existing openai org",
                "we are no longer an openai customer",
                "price set gpt-4o training 20 because contract",
                "prices remove gpt-4o",
                "discount together 15%",
                "currency eur 0.92",
                "currency off"
            })
    void changesOfTheTeamsAssumptionsAreForAdminsAlone(String change) {
        assertThat(say("bob", change)).startsWith(REFUSAL);
        assertThat(say("ada", change)).doesNotStartWith(REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaults show",
                "price list local",
                "cost llama 8b lora 1k examples",
                "budget alert $500",
                "watch gpt-4.1-mini",
                "quote 1",
                "decision"
            })
    void everythingElseIsForEverybody(String command) {
        assertThat(say("bob", command)).doesNotStartWith(REFUSAL);
    }
}
