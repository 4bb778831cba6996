package io.tunetally.interpreter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.text.FoldedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguagesTest {
    private static final CompiledLexicon LEXICON = Stages.lexicon();
    private static final Languages LANGUAGES =
            new Languages(Lexicon.builtIn(), () -> Glossaries.compile(Lexicon.builtIn()), LEXICON);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Was kostet gpt-4o mit 1000 Beispielen und 3 Epochen? | de",
                "Combien coûte gpt-4o avec 1000 exemples pour nous ? | fr",
                "¿Cuánto cuesta gpt-4o con 1000 ejemplos para nosotros? | es",
                "Quanto costa gpt-4o con 1000 esempi per noi? | it",
                "gpt-4oを1000件のデータで学習させるといくらですか? | ja",
                "用1000个例子微调gpt-4o要多少钱 | zh",
                "gpt-4o를 예제 1000개로 학습하면 얼마인가요 | ko",
                "Сколько стоит gpt-4o с 1000 примеров? | ru"
            })
    void tellsALanguageByItsScriptOrItsSmallWords(String text, String language) {
        assertThat(of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost gpt-4o 1k examples 3 epochs",
                "what would gpt-4o cost with 1000 examples?",
                "naïve question: what does gpt-4o cost",
                "gpt-4o",
                "1000",
                "cost gpt-4o 1k exmaples blorft"
            })
    void englishIsNoOtherLanguage(String text) {
        assertThat(of(text)).isNull();
    }

    private static @Nullable String of(String text) {
        FoldedText folded = Stages.folded(text);
        return LANGUAGES.of(folded, Lexer.tokens(LEXICON.phrases(), folded));
    }
}
