package io.tunetally.interpreter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.text.FoldedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptTest {
    @ParameterizedTest
    @CsvSource({
        "cost gpt-4o 1k examples, false",
        "coût de gpt-4o, false",
        "1000, false",
        "'', false",
        "сколько стоит, true",
        "the price in 元, false",
        "gpt-4oを学習, true",
        "大约30万case --num_train_epochs 2 --model_max_length 4096, true",
        "训练 batch_size=1 max_seq_len=256, true",
        "batch_size of the 训练 is what i would like to know, false",
        "αβγδ cost gpt, true"
    })
    void isForeignIfAFifthOfTheLettersIsNotLatin(String text, boolean foreign) {
        assertThat(isForeign(text)).isEqualTo(foreign);
    }

    @ParameterizedTest
    @CsvSource({"多少钱, zh", "学習させる, ja", "いくら, ja", "コスト, ja", "얼마인가요, ko", "сколько, ru", "αβγδ, und", "gpt-4o, und"})
    void tellsALanguageByItsLetters(String text, String language) {
        assertThat(Script.language(Stages.folded(text))).isEqualTo(language);
    }

    private static boolean isForeign(String text) {
        FoldedText folded = Stages.folded(text);
        return Script.isForeign(folded, Lexer.tokens(Stages.lexicon().phrases(), folded));
    }
}
