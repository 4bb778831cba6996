package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.text.FoldedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RepairerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k exmaples | exmaples | examples",
                "cost gpt-4o 3 epochss | epochss | epochs",
                "cost mistrall 7b 1k examples | mistrall | mistral",
                "compre gpt-4o and llama 8b | compre | compare",
                "cost gpt-4o-mni 1k examples | mni | mini",
                "breakevn gpt-4o | breakevn | breakeven",
                "cost llama 8b loar | loar | lora",
                "cost gpt-4o 3 spoch | spoch | epoch",
                "cost nistral 7b 1k examples | nistral | mistral"
            })
    void readsAnErrorAsTheOneWordThatCanBeMeant(String text, String from, String to) {
        Repairer.Repaired repaired = repair(text);
        assertThat(repaired).isNotNull();
        assertThat(repaired.repairs()).singleElement().satisfies(repair -> {
            assertThat(repair.from()).isEqualTo(from);
            assertThat(repair.to()).isEqualTo(to);
            assertThat(text.substring(repair.span().start(), repair.span().end()))
                    .isEqualTo(from);
        });
        assertThat(repaired.text().text()).isEqualTo(text.replace(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost gpt-4o 1k examples",
                "cost gpt-4o 1k examples blorft",
                "cost llama 8b gora",
                "cost ft:gpt-4o:exmaples 1k rows",
                "cost gpt-4o data/exmaples.jsonl",
                "cost gpt-4o bucket:exmaples 1k rows",
                "cost gpt-4o bucket/exmaples 1k rows",
                "cost gpt-4o @exmaples 1k rows",
                "cost gpt-4o #exmaples 1k rows",
                "what does our PII policy say about it",
                "we need some of this for the support team and the RFC"
            })
    void leavesWordsNamesAndAbbreviations(String text) {
        assertThat(repair(text)).isNull();
    }

    @Test
    void reportsTypedTextInItsOwnCase() {
        Repairer.Repaired repaired = repair("Cost GPT-4o 1k Exmaples");
        assertThat(repaired).isNotNull();
        assertThat(repaired.repairs())
                .singleElement()
                .extracting(repair -> repair.from())
                .isEqualTo("Exmaples");
    }

    private static Repairer.@Nullable Repaired repair(String text) {
        CompiledLexicon lexicon = Stages.lexicon();
        FoldedText folded = Stages.folded(text);
        return Repairer.repair(lexicon, folded, Lexer.tokens(lexicon.phrases(), folded));
    }
}
