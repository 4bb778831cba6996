package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.wording.Worded;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavingsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            training $400, saving $16 a day, payback?                                                      | 400   | 480
            If training is $400 and we save 35 minutes a day at $28 an hour, when do we have the money back? | 400   | 490
            It costs $8,500 once and saves $900 a month, when is it paid back?                             | 8500  | 900
            staff 2 weeks at $4,000 per week and $2,300 for training, saving $70 a week. payback period?   | 10300 | 300
            """)
    void readsWhatIsPaidOnceAndWhatIsSavedAMonth(String text, String once, String month) {
        assertThat(slots(text).value(SlotName.PREPARATION_USD)).isEqualByComparingTo(once);
        assertThat(slots(text).value(SlotName.MONTHLY_SAVING_USD)).isEqualByComparingTo(month);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payback if training is $2,300 and saving is $0.012 per request at 2,200 requests per day",
                "we save 2,200 requests per day x $0.012, costs $2,300 once, payback?"
            })
    void readsWhatARequestSaves(String text) {
        assertThat(slots(text).value(SlotName.SAVING_PER_REQUEST_USD)).isEqualByComparingTo("0.012");
        assertThat(slots(text).value(SlotName.PREPARATION_USD)).isEqualByComparingTo("2300");
        assertThat(slots(text).value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("2200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can we save $200 a month by fine-tuning gpt-4.1-mini? 900 requests a day",
                "we saved 3,000 chats, what does llama 8b cost, and when does it pay back?",
                "gpt-4.1-mini at $200 a month, when does tuning pay back?",
                "I saved $300 and want to tune llama 8b on 2,000 examples"
            })
    void leavesOtherSavings(String text) {
        assertThat(slots(text).has(SlotName.MONTHLY_SAVING_USD)).isFalse();
        assertThat(slots(text).has(SlotName.SAVING_PER_REQUEST_USD)).isFalse();
    }

    private static Slots slots(String text) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(Worded.outcomeToday(text).interpretation())
                                .request())
                .slots();
    }
}
