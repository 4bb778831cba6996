package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.text.FoldedText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o-mini 3 epochs | models:gpt-4o-mini 3 units:epochs",
                "gemini flash 2 epochs | families:gemini tiers:flash 2 units:epochs",
                "gemini flash 2 training hours | families:gemini tiers:flash 2 cues:training units:hours",
                "gemini flash 2 | models:gemini flash 2",
                "train.py | code:train.py",
                "examples.jsonl | code:examples.jsonl",
                "mydata_1000.jsonl | code:mydata_1000.jsonl",
                "#412 | code:#412",
                "2026-11-25 | code:2026-11-25",
                "300in/80out | 300 cues:in cues:/ 80 cues:out",
                "epochs: 3 500 tokens | units:epochs symbol:: 3 500 units:tokens",
                "legal corpus: 9 500 documents | word:legal cues:corpus symbol:: 9500 units:documents",
                "epochs3 | units:epochs 3",
                "5x | 5 symbol:x",
                "8xa100 | 8 symbol:x gpus:a100",
                "100 a day | 100 cues:a units:day",
                "1k | 1000",
                "1.5k | 1500",
                "3k tokens | 3000 units:tokens",
                "1000tokens | 1000 units:tokens",
                "gpt-4oの | models:gpt-4o word:の"
            })
    void takesTheLongestPhraseThenNumbersThenWords(String text, String tokens) {
        assertThat(String.join(" ", tokens(text))).isEqualTo(tokens);
    }

    @Test
    void anUpperCaseMIsAMillionAndALowerCaseOneIsLeftOpen() {
        assertThat(numeral("1M")).isEqualTo("1000000 ' '");
        assertThat(numeral("1m")).isEqualTo("1 'm'");
        assertThat(numeral("8b")).isEqualTo("8 'b'");
        assertThat(numeral("8B")).isEqualTo("8 'b'");
    }

    @Test
    void aLineBreakIsATokenAndWhiteSpaceIsNone() {
        assertThat(Arrays.stream(cut("gpt-4o  3\nepochs")).map(token -> token.kind))
                .containsExactly(Token.Kind.LEXEME, Token.Kind.NUMBER, Token.Kind.BREAK, Token.Kind.LEXEME);
    }

    @Test
    void knowsThePrecedingWhiteSpace() {
        assertThat(Arrays.stream(cut("5k -3")).map(token -> token.spaced)).containsExactly(true, true, false);
    }

    @Test
    void readsNoMoreThanSoManyTokens() {
        assertThat(cut("1 ".repeat(600))).hasSize(Lexer.MAXIMUM_TOKENS);
    }

    private static String numeral(String text) {
        Numeral numeral = cut(text)[0].numeral();
        return Stages.written(numeral) + " '" + numeral.suffix() + "'";
    }

    private static List<String> tokens(String text) {
        FoldedText folded = Stages.folded(text);
        return Arrays.stream(cut(text)).map(token -> written(folded, token)).toList();
    }

    private static String written(FoldedText folded, Token token) {
        if (token.isNumber()) {
            return Stages.written(token.numeral());
        }
        Object sense = token.lexeme == null ? token.kind : token.lexeme.sense();
        return sense.toString().toLowerCase(Locale.ROOT) + ":" + folded.folded(token.start, token.end);
    }

    private static Token[] cut(String text) {
        return Lexer.tokens(Stages.lexicon().phrases(), Stages.folded(text));
    }

    @Test
    void readsTheSignBehindASumBeforeAQuestionMark() {
        assertThat(BuiltIn.read("llama 8b 200 examples for less than 5$?").canonical())
                .contains("budget")
                .contains("$5");
    }
}
