package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextLinesTest {
    @Test
    void breaksAtTheLastSpaceThatFits() {
        assertThat(TextLines.wrap("one two three", 7, "")).containsExactly("one two", "three");
        assertThat(TextLines.wrap("one two three", 8, "")).containsExactly("one two", "three");
        assertThat(TextLines.wrap("one two three", 13, "")).containsExactly("one two three");
    }

    @Test
    void indentsEveryLineButTheFirst() {
        assertThat(TextLines.wrap("- one two three", 7, "  ")).containsExactly("- one", "  two", "  three");
    }

    @Test
    void leavesAWordThatIsTooLongWhole() {
        assertThat(TextLines.wrap("a incomprehensibilities b", 10, ""))
                .containsExactly("a", "incomprehensibilities", "b");
    }

    @Test
    void keepsTheLineBreaksThatAreThere() {
        assertThat(TextLines.wrap("one\n\ntwo", 10, "")).containsExactly("one", "", "two");
    }

    @Test
    void keepsSeveralSpacesWithinALine() {
        assertThat(TextLines.wrap("name    value", 20, "")).containsExactly("name    value");
    }
}
