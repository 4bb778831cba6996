package io.tunetally.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.Intent;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.wording.Worded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeadlinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can we train llama 8b on 2k examples within 5 hours on our A100? | 5",
                "can we fine-tune llama 8b lora on 2k examples within 8 hours on our A100? | 8",
                "can we finetune llama 8b on 2k examples in 30 minutes on our A100? | 0.5",
                "can llama 8b be fine-tuned in 2 days on our A100 with 20k examples? | 48",
                "could a rented H100 train qwen 32b qlora on 10k examples within a week? | 168",
                "is 1 week enough time to train llama 8b on our A100? | 168",
                "can we train llama 8b overnight on our 4090? | 8",
                "can we train llama 8b in a night on our 4090? | 8",
                "is a night enough to train llama 8b on our 4090 with 5k examples? | 8",
                "is one night enough to finetune mistral 7b on 40k examples with our two 4090s? | 8"
            })
    void aTimeToTrainInIsReadInHoursAndAsksForTheTraining(String text, String hours) {
        Request request = BuiltIn.read(text).request();

        assertThat(request).isNotNull();
        assertThat(request.intent()).isEqualTo(Intent.ESTIMATE);
        assertThat(request.slots().number(SlotName.DEADLINE_HOURS)).isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can we train llama 8b at night on our 4090?",
                "could we process the backlog in 5 hours with llama 8b on our H100?",
                "can we get answers within 2 seconds from llama 8b on our A100?",
                "we train 2 jobs a night on our 4090, is it enough for llama 8b lora?",
                "can openai finetune gpt-4.1 mini on 1k examples within 2 hours?",
                "can we finetune llama 8b lora on 2k examples within 122,400 hours on our A100?"
            })
    void aTimeOfDayOfAnswersOrOfASellerIsNone(String text) {
        assertThat(Stages.filled(text).slots.has(SlotName.DEADLINE_HOURS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can we finetune llama 8b lora on 2k examples within 8 hours on our A100? | Yes: the training takes 12-52"
                        + " minutes on 1 x A100 80 GB, within 8 hours",
                "can we train llama 8b on 100k examples within 50 minutes on our A100? | No: the training takes 9.5-42.8"
                        + " hours on 1 x A100 80 GB, not 50 minutes"
            })
    void theFirstLineSaysWhetherItEndsInTime(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"is 2 days enough time for a full fine tune of llama 70b on 8 h100 with 100k examples?"})
    void noTimeIsToldForGpusThatCannotHoldTheTraining(String question) {
        assertThat(Worded.today(question).toString())
                .contains("8 H100 cannot hold this training")
                .doesNotContain("Yes:");
    }
}
