package io.tunetally.storage.bounded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProcessMemoryTest {
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");
    private static final ConversationId THERE = new ConversationId(PlatformId.CONSOLE, "", "there", "");

    private final MovableClock clock = new MovableClock();
    private final ProcessMemory memory = new ProcessMemory(Duration.ofHours(24), clock);

    @Test
    void remembersTheLastRequestOfEachConversation() {
        memory.remember(HERE, "cost gpt-4o");
        memory.remember(THERE, "models");
        memory.remember(HERE, "cost gpt-4o 5 epochs");
        assertThat(memory.recall(HERE)).contains("cost gpt-4o 5 epochs");
        assertThat(memory.recall(THERE)).contains("models");
    }

    @Test
    void forgetsWhenTheTimeIsUp() {
        memory.remember(HERE, "cost gpt-4o");
        clock.pass(Duration.ofHours(24).minusMillis(1));
        assertThat(memory.recall(HERE)).contains("cost gpt-4o");
        clock.pass(Duration.ofMillis(1));
        assertThat(memory.recall(HERE)).isEmpty();
    }

    @Test
    void aNewRequestStartsTheTimeAnew() {
        memory.remember(HERE, "cost gpt-4o");
        clock.pass(Duration.ofHours(23));
        memory.remember(HERE, "cost gpt-4o lora");
        clock.pass(Duration.ofHours(23));
        assertThat(memory.recall(HERE)).contains("cost gpt-4o lora");
    }

    @Test
    void recallingDoesNotProlongIt() {
        memory.remember(HERE, "cost gpt-4o");
        clock.pass(Duration.ofHours(23));
        assertThat(memory.recall(HERE)).isPresent();
        clock.pass(Duration.ofHours(1));
        assertThat(memory.recall(HERE)).isEmpty();
    }

    @Test
    void forgetsOnlyTheGivenConversation() {
        memory.remember(HERE, "cost gpt-4o");
        memory.remember(THERE, "models");
        memory.forget(HERE);
        assertThat(memory.recall(HERE)).isEmpty();
        assertThat(memory.recall(THERE)).contains("models");
    }
}
