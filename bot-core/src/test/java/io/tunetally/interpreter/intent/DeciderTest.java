package io.tunetally.interpreter.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Intent;
import io.tunetally.request.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class DeciderTest {
    private static final Decider DECIDER = Decider.builtIn();

    @ParameterizedTest
    @CsvFileSource(resources = "/interpreter/decisions.tsv", delimiter = '\t', quoteCharacter = '\0')
    void decidesAsLabelled(@Nullable String context, String text, String intent) {
        Request before = context == null ? null : BuiltIn.read(context).request();
        String decided = BuiltIn.read(text, before).intent().word();
        assertThat(decided).as("%s >> %s", context, text).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource({"cost of living, NONE", "cost gpt-4o, ESTIMATE", "tco, TCO", "budget 2026 gpt-4o, BUDGET"})
    void theWordOfACommandDecidesAlone(String text, Intent intent) {
        assertThat(DECIDER.decide(Stages.filled(text), false).intent()).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4.1-mini or nano, which should I take | RECOMMEND",
                "gpt-4.1-mini or llama 8b, which should I take | RECOMMEND",
                "gpt-4o or llama 8b, which is dearer for 900 letters? | COMPARE"
            })
    void whichOfSeveralToTakeIsAdviceAndWhichIsDearerAComparison(String text, Intent intent) {
        assertThat(DECIDER.decide(Stages.filled(text), false).intent()).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train.sh on Qwen2.5-7B, how many hours should I plan for? | EXPLAIN",
                "what does \"adapter_config.json not found\" mean? | NONE",
                "If I cancel a job after 1,000 steps, what gets charged? | EXPLAIN",
                "does the new gpt-5 have a finetune option yet?? | MODELS",
                "what did you guys pay in the end? | ESTIMATE",
                "what is a carburettor? | NONE"
            })
    void whoeverAsksForAFigureOrAPriceGetsAnAnswer(String text, Intent intent) {
        assertThat(DECIDER.decide(Stages.filled(text), false).intent()).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource({"2 epochs, true, NONE", "thanks, false, NONE", "when does that break even?, true, BREAKEVEN"})
    void aFollowUpChangesTheRequestOrAsksForMore(String text, boolean asks, Intent intent) {
        ParseState state =
                Stages.filled(text, BuiltIn.read("cost gpt-4o 1k examples").request());
        assertThat(DECIDER.decide(state, true)).isEqualTo(new Decision(asks, intent, false));
    }

    @Test
    void namesTheFeaturesThatDecidedTheStrongestFirst() {
        var contributions = DECIDER.explain(Stages.filled("how much would gpt-4o be with 1k examples?"), false, 8);
        assertThat(contributions).hasSize(8);
        assertThat(Math.abs(contributions.getFirst().weight()))
                .isGreaterThanOrEqualTo(Math.abs(contributions.getLast().weight()));
        assertThat(contributions)
                .extracting(Weights.Contribution::feature)
                .anyMatch(feature -> feature.contains("estimate"));
    }

    @Test
    void aFigureThatAgreesWithTheAnswerChangesNothing() {
        Request before = BuiltIn.read("tco llama 70b on 2x h100 at $2.10/gpu-hour, 45,000 requests a day")
                .request();
        assertThat(DECIDER.decide(
                                Stages.filled(
                                        "thanks, that's what I had in my spreadsheet too, roughly 3k for the h100s",
                                        before),
                                true)
                        .asks())
                .isFalse();
        assertThat(DECIDER.decide(Stages.filled("that is what we had, now it is 3k a day", before), true)
                        .asks())
                .isTrue();
    }
}
