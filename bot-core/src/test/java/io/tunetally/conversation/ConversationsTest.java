package io.tunetally.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Request;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.bounded.ProcessMemory;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationsTest {
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");
    private static final UserId ANN = new UserId("ann");

    private final MovableClock clock = new MovableClock();
    private final Interpreter interpreter = SharedKnowledge.at(clock).interpreter();
    private final ProcessMemory memory = new ProcessMemory(Duration.ofHours(1), clock);
    private final Conversations conversations = new Conversations(memory, interpreter);

    @Test
    void aNewConversationRemembersNothing() {
        assertThat(conversations.recall(HERE)).isEqualTo(new Recall.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost llama 8b lora 1k examples 3 epochs",
                "tco gpt-4o 1k examples 100 requests/day over 6 months",
                "break even gpt-4o-mini 2000 token prompt vs 100 token prompt",
                "what can I train for $50",
                "qwen 32b on fireworks lora 3M tokens"
            })
    void recallsTheRequestThatWasRemembered(String text) {
        Request request = Objects.requireNonNull(
                interpreter.read(text, Markup.PLAIN, true, null).request());
        conversations.remember(HERE, request, null, ANN);
        assertThat(conversations.recall(HERE)).isInstanceOfSatisfying(Recall.Remembered.class, recalled -> {
            assertThat(recalled.request().intent()).isEqualTo(request.intent());
            assertThat(CanonicalText.write(recalled.request())).isEqualTo(CanonicalText.write(request));
        });
    }

    @Test
    void keepsCanonicalTextInsteadOfTypedText() {
        conversations.remember(
                HERE,
                Objects.requireNonNull(interpreter
                        .read("please cost our secret gpt-4o with 1k exmaples", Markup.PLAIN, true, null)
                        .request()),
                null,
                ANN);
        assertThat(memory.recall(HERE)).contains("cost gpt-4o 1000 examples");
    }

    @Test
    void forgetsAfterAWhileAndWhenTold() {
        Request request = Objects.requireNonNull(
                interpreter.read("cost gpt-4o", Markup.PLAIN, true, null).request());
        conversations.remember(HERE, request, null, ANN);
        clock.pass(Duration.ofHours(1));
        assertThat(conversations.recall(HERE)).isEqualTo(new Recall.Nothing());
        conversations.remember(HERE, request, null, ANN);
        conversations.forget(HERE);
        assertThat(conversations.recall(HERE)).isEqualTo(new Recall.Nothing());
    }
}
