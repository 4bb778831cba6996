package io.tunetally.interpreter.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12% of the 5,000 tickets are blank. We train 4.1 nano with the rest. | 4400",
                "One in four of our 2,000 reviews is spam, those came out. The others go to gpt-4o-mini. | 1500",
                "Of 3,200 deeds every tenth is locked away for the exam. We train gpt-4o-mini. | 2880",
                "Half of our 3,000 notes are duplicates, we delete these. The rest goes to gpt-4o-mini. | 1500",
                "What would gpt-4.1-mini cost for the 5,000 forms? We hold back 10% of them. | 4500",
                "Half of the 6,000 chats are rubbish and get deleted, so price the good half on gpt-4o-mini. | 3000",
                "nova micro 20% of 5000 held out | 4000",
                "llama 8b 31k rows, 36% were filtered out | 19840",
                "We have 31k rows, 36% are duplicates. What does llama 8b cost? | 19840"
            })
    void aShareThatIsLeftOutIsTakenOff(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=" + examples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "70% of the 2,000 rows are usable, what does gpt-4o-mini cost? | 1400",
                "I have 4,000 letters and want to train gpt-4.1-mini on 80% of them, cost? | 3200",
                "Three quarters of the 8,000 rows are Danish. Only the Danish ones for now, gpt-4o-mini, cost? | 6000",
                "31k rows of which 64% survive the filter, llama 8b lora cost | 19840",
                "We have 31k rows, but only ~64% survive our filter. What does llama 8b cost? | 19840",
                "We have 31k rows and 64% pass the quality check. What does llama 8b cost? | 19840",
                "llama 8b 31k rows, 64% remain after dedup | 19840"
            })
    void aShareThatIsTrainedOnIsTheData(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=" + examples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20% of the 5,000 letters are in Danish. What does gpt-4o-mini cost for all of them? | 5000",
                "We have 5,000 letters and the price went up 20%. What does gpt-4o-mini cost? | 5000",
                "31k rows, llama 8b, 64% of the customers passed our check, cost? | 31000",
                "31k rows. 36% are new. What does llama 8b cost? | 31000"
            })
    void anyOtherShareChangesNothing(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=" + examples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The board sent 7 sheets with 300 rows each. That goes into nova micro. | 2100",
                "What is the price of 25 adapters on Llama 3.1 8B with 1,500 examples each? | 1500"
            })
    void aCountInEachOfSeveralThingsIsMultiplied(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=" + examples);
    }
}
