package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums that are only talked about, and those that may be spent. */
final class ToldSumsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "how does training Vicuna-13B come to only $300?",
                "that $480 headline is what got me here, what would I spend on qwen3-8b?",
                "a guy got 92 F1 with it (8xH100, 20 days, $44k). What does a lora of llama 8b cost me?",
                "I heard of 200 to 600 dollars for a mistral 7b. What does it really cost?",
                "full 70B on 4 A100s 4-8 h at $40-80",
                "Our rough sums say 100,000 tokens of training ~ $2.40 for the first try. What does llama 8b come to?",
                "Their blog lists 30 adapters, each under 9 dollars. Is that the usual price?"
            })
    void aSumThatIsOnlyToldIsNone(String text) {
        assertThat(told(text)).as(text).containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we have $300 for training Vicuna-13B, is that enough?",
                "how do we get a llama 8b tuned for $300?",
                "I read the docs, and my budget is 200 dollars. What does mistral 7b cost?",
                "what can I train for $40 on an A100",
                "cost llama 8b 4k examples budget $60"
            })
    void aSumOfTheAskerIsNotTold(String text) {
        assertThat(told(text)).as(text).containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I came to 3.60, is that right? | 3.60",
                "I came to $3.60, is that right? | 3.60",
                "I calculated about 36, is this correct? | 36",
                "I came to 4 epochs, is that right? |",
                "we got $500 from the dean, is that fair? |"
            })
    void whatTheAskerWorkedOutBehindAPriceIsCompared(String text, @Nullable BigDecimal sum) {
        Request before = BuiltIn.read("cost 1k examples 3 epochs llama 8b lora").request();
        BigDecimal paid = BuiltIn.read(text, before).slots().value(SlotName.PAID_USD);
        assertThat(paid == null ? null : paid.stripTrailingZeros())
                .isEqualTo(sum == null ? null : sum.stripTrailingZeros());
    }

    private static List<Boolean> told(String text) {
        ParseState state = Stages.open(text, null);
        ToldSums sums = new ToldSums(state);
        List<SlotCandidates.Money> money = state.candidates.money();
        assertThat(money).as(text).isNotEmpty();
        return money.stream().map(sums::isTold).toList();
    }
}
