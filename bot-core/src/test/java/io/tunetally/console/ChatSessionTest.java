package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChatSessionTest {
    @Test
    void theNumberOfAChoiceAsksIt() {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", "3"))
                .startsWith("GPT-4o on OpenAI: $37.50, closed")
                .contains("Cheapest you can start today: ");
    }

    @Test
    void aNumberThatIsNoChoiceIsText() {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", "99")).doesNotContain("Cheapest");
    }

    @Test
    void theFirstLineHasNothingToChooseFrom() {
        assertThat(titles("1")).doesNotContain("to train");
    }

    @Test
    void whatWasSaidBeforeIsRemembered() {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", "what about 5 epochs"))
                .contains("GPT-4o on OpenAI: $62.50, closed");
    }

    @Test
    void resetForgetsTheConversation() {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", "reset", "what about 5 epochs"))
                .contains("Forgotten: the next question starts afresh")
                .doesNotContain("GPT-4o on OpenAI: $62.50");
    }

    private static String titles(String... lines) {
        ConsoleFixture.Run run =
                new ConsoleFixture().withInput(String.join("\n", lines) + "\n").run("chat");
        assertThat(run.exitCode()).isZero();
        return run.out();
    }
}
