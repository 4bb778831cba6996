package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs {@code chat} with standard input not a terminal. */
final class ChatCommandTest {
    private static final ConsoleFixture CONSOLE = new ConsoleFixture();

    @Test
    void answersEachLineInOrderWithoutAPrompt() {
        ConsoleFixture.Run run = chat("cost gpt-4o 1k examples\ncost gpt-4o-mini 1k examples\n");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("> ");
        assertThat(run.out().lines().filter(line -> line.endsWith(", closed to new customers, ends 2027-01-14")))
                .containsExactly(
                        "GPT-4o on OpenAI: $37.50, closed to new customers, ends 2027-01-14",
                        "GPT-4o mini on OpenAI: $4.50, closed to new customers, ends 2027-01-14");
    }

    @Test
    void remembersEarlierMessages() {
        assertThat(chat("cost gpt-4o-mini 1k examples\nmake it 5k\n").out())
                .contains("GPT-4o mini on OpenAI: $22.50, closed");
    }

    @Test
    void skipsEmptyLinesAndContinuesAfterUnknownText() {
        ConsoleFixture.Run run = chat("\n   \nnice weather today\ncost gpt-4o\n");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("I found no question").contains("GPT-4o on OpenAI: $37.50, closed");
    }

    @Test
    void continuesAfterANumberThatItsSlotCannotHold() {
        ConsoleFixture.Run run = chat("cost gpt-4o 1k examples 3 epochs\n3-4.5\nwhat about 5 epochs\n");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("3-4.5", "epochs must be a whole number, 1 to 100")
                .contains("GPT-4o on OpenAI: $62.50, closed");
    }

    @Test
    void endsQuietlyWithItsInput() {
        ConsoleFixture.Run run = chat("");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
    }

    private static ConsoleFixture.Run chat(String input) {
        return CONSOLE.withInput(input).run("chat");
    }
}
