package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.TooComplexException;
import io.tunetally.request.Intent;
import io.tunetally.request.Slots;
import io.tunetally.text.FoldedText;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParseStateTest {
    @Test
    void knowsWhichKindsOfWordsItHolds() {
        ParseState state = Stages.drafted("cost gpt-4o not 3 epochs?");
        assertThat(state.has(Intent.ESTIMATE)).isTrue();
        assertThat(state.has(Category.MODELS)).isTrue();
        assertThat(state.has(Cue.NOT)).isTrue();
        assertThat(state.has(Measure.EPOCH)).isTrue();
        assertThat(state.hasQuestionMark()).isTrue();
        assertThat(state.has(Intent.TCO)).isFalse();
        assertThat(state.has(Category.METHODS)).isFalse();
        assertThat(state.has(Cue.WISH)).isFalse();
        assertThat(state.has(Measure.TOKEN)).isFalse();
    }

    @Test
    void tellsEveryCueFromEveryOther() {
        // There are more cues than a long has bits.
        for (Cue cue : Cue.values()) {
            assertThat(Stages.drafted("gpt-4o").has(cue))
                    .as(cue.name().toLowerCase(Locale.ROOT))
                    .isFalse();
        }
        assertThat(Stages.drafted("planning to").has(Cue.WISH)).isTrue();
        assertThat(Stages.drafted("planning to").has(Cue.PER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o not llama 8b | llama 8b | true",
                "cost llama 8b instead of gpt-4o | gpt-4o | true",
                "cost llama 8b without the lora | lora | true",
                "drop gpt-4o | gpt-4o | true",
                "i do not want the lora | lora | true",
                "cost llama 8b lora | lora | false",
                "i don't think lora is the issue | lora | false"
            })
    void knowsTheRejectedParts(String text, String word, boolean takenBack) {
        ParseState state = Stages.drafted(text);
        assertThat(Exclusion.isTakenBack(state, Stages.place(state, word))).isEqualTo(takenBack);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8b | 8b | true",
                "qwen 8b lora | 8b | true",
                "1b tokens | 1b | false",
                "1b examples | 1b | false",
                "8k | 8k | false"
            })
    void knowsTheSizeOfAModel(String text, String number, boolean size) {
        ParseState state = Stages.drafted(text);
        assertThat(state.isSize(Stages.place(state, number))).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "$3 per 1M, per, true",
        "50 EUR per 1M, per, true",
        "3 dollars per 1M, per, true",
        "3 per 1M, per, false"
    })
    void knowsWhereAnAmountOfMoneyEnds(String text, String behind, boolean money) {
        ParseState state = Stages.drafted(text);
        assertThat(state.isMoneyBefore(Stages.place(state, behind))).isEqualTo(money);
    }

    @Test
    void outsideTheMessageThereIsNothingButABreak() {
        ParseState state = Stages.drafted("cost gpt-4o");
        assertThat(state.at(-1)).isNull();
        assertThat(state.at(state.size())).isNull();
        assertThat(state.isBreakAt(-1)).isTrue();
        assertThat(state.isBreakAt(0)).isFalse();
        assertThat(state.isBreakAt(state.size())).isTrue();
    }

    @Test
    void theSpanOfAListEndsWhereSomethingElseStandsBetween() {
        ParseState state = Stages.named("gpt-4o, llama 8b");
        assertThat(state.spanOfList(0, 0, state.size() - 1).end()).isEqualTo("gpt-4o, llama 8b".length());
        ParseState apart = Stages.named("gpt-4o beats llama 8b");
        assertThat(apart.spanOfList(0, 0, apart.size() - 1).end()).isEqualTo("gpt-4o".length());
    }

    @Test
    void givesUpWhereItsTokensWereLookedAtTooOften() {
        FoldedText folded = Stages.folded("cost gpt-4o");
        var lexicon = Stages.lexicon();
        ParseState state =
                new ParseState(lexicon, folded, Lexer.tokens(lexicon.phrases(), folded), null, Slots.NONE, 20);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        state.token(0);
                    }
                })
                .isInstanceOf(TooComplexException.class);
        assertThat(state.work()).isGreaterThan(20);
    }
}
