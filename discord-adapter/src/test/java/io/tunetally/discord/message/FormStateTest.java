package io.tunetally.discord.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import io.tunetally.discord.DiscordGoldenTest;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state of a form. */
@Requirement("discord-23")
class FormStateTest {
    private static final Bot BOT = DiscordGoldenTest.bot();
    private static final Envelope ENVELOPE =
            new Envelope("1", new ConversationId(DiscordConversations.DISCORD, "1", "2", "3"), new UserId("4"), true);

    private static Stream<String> providers() {
        return BOT.commands().stream()
                .filter(command -> command.verb().equals("cost"))
                .flatMap(command -> command.options().stream())
                .filter(option -> option.name().equals("provider"))
                .flatMap(option -> option.known().stream());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void asksTheSameAgainWhereNothingIsChanged(String provider) {
        Request asked = request(new ChatEvent.Commanded(
                ENVELOPE, "cost", Map.of("model", "llama-3.1-8b", "provider", provider, "examples", "1000")));
        FormState form = FormState.of(asked).orElseThrow();

        FormState sent = FormState.parse(form.write()).orElseThrow();
        Request again = request(new ChatEvent.Commanded(ENVELOPE, sent.verb(), sent.options()));
        assertThat(CanonicalText.write(again))
                .isEqualTo(CanonicalText.write(asked))
                .contains("llama-3.1-8b");
        assertThat(sent.options()).containsEntry("provider", provider);
    }

    /** Returns the request, also of a provider that has no price for the job. */
    private static Request request(ChatEvent event) {
        Interpretation read = Objects.requireNonNull(BOT.answer(event).outcome().interpretation());
        return Objects.requireNonNull(read.request());
    }
}
