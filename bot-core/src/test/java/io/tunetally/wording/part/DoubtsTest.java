package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import io.tunetally.reply.Span;
import io.tunetally.wording.Worded;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DoubtsTest {
    @Test
    void whatWasNotUsedIsSaidInOneLine() {
        assertThat(unused("cost gpt-4o 1k examples flurble wibble")).containsExactly("Not used: flurble · wibble");
        assertThat(unused("cost gpt-4o 1k examples")).isEmpty();
    }

    @Test
    void whatNeedsMoreWordsHasALineOfItsOwn() {
        assertThat(unused("cost gpt-4o 1k examples on togehter cloud blorft"))
                .containsExactly(
                        "Not used: blorft", "No price for this model there: togehter; there is openai, azure.");
    }

    @Test
    void whatAWarningSaysIsNotSaidAgain() {
        String question = "cost gpt-4o lora on openai";
        assertThat(unused(question)).containsExactly("Not a choice for this model: lora; there is full.");
        assertThat(Doubts.of(Inquiries.today(question), _ -> true, false).unused())
                .isEmpty();
    }

    @Test
    void valuesThatChangeNothingAreSaid() {
        assertThat(unused("cost gpt-4o 1k examples without packing"))
                .singleElement()
                .asString()
                .startsWith("Packing changes nothing");
    }

    @Test
    void aCorrectedSpellingIsNoLoss() {
        Doubts doubts = Doubts.of(Inquiries.today("cost gpt-4o 1k exampels"), _ -> false, false);
        assertThat(doubts.unused()).isEmpty();
        assertThat(texts(doubts.corrections())).singleElement().asString().contains("exampels", "examples");
    }

    private static List<String> unused(String question) {
        return texts(Doubts.of(Inquiries.today(question), _ -> false, false).unused());
    }

    private static List<String> texts(List<List<Span>> lines) {
        return lines.stream().map(Worded::text).toList();
    }
}
