package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.Interpretation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionTest {
    private final Completion completion = new Completion(Stages.lexicon());

    @Test
    void offersWholeCommandsWhereNothingIsTyped() {
        List<String> offered = completion.complete("", 0);
        assertThat(offered)
                .hasSize(25)
                .startsWith("cost gpt-4o-mini 1000 examples 3 epochs")
                .contains("help");
        assertThat(offered.stream().limit(11))
                .allSatisfy(command -> assertThat(BuiltIn.read(command).status())
                        .as(command)
                        .isIn(Interpretation.Status.READY, Interpretation.Status.HELP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bud | budget $50 gpt-4o-mini",
                "cost gpt-4o-m | cost gpt-4o-mini 1000 examples 3 epochs",
                "compare GPT4OM | compare gpt-4o-mini",
                "cost gpt-4o on tog | cost gpt-4o on together",
                "cost gpt-4o 3 ep | cost gpt-4o 3 epochs"
            })
    void goesOnWithTheWordAtTheCursor(String typed, String offered) {
        assertThat(completion.complete(typed, typed.length()).getFirst()).isEqualTo(offered);
    }

    @Test
    void aWordThatBeginsSoComesBeforeOneThatHoldsIt() {
        List<String> offered = completion.complete("cost mini", "cost mini".length());
        assertThat(offered).contains("cost ministral-8b-classifier", "cost gpt-4o-mini");
        assertThat(offered.indexOf("cost ministral-8b-classifier")).isLessThan(offered.indexOf("cost gpt-4o-mini"));
    }

    @Test
    void readsUpToTheCursorOnlyWhichIsClampedToTheText() {
        assertThat(completion.complete("bud xyz", 3)).isEqualTo(completion.complete("bud", 3));
        assertThat(completion.complete("bud", 99)).isEqualTo(completion.complete("bud", 3));
        assertThat(completion.complete("bud", -1)).isEqualTo(completion.complete("", 0));
    }

    @Test
    void offersNothingForWhatBeginsNothing() {
        assertThat(completion.complete("xyzzy", 5)).isEmpty();
        assertThat(completion.complete("a".repeat(100), 100)).isEmpty();
    }
}
