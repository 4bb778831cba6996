package io.tunetally.wording.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.wording.Worded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnOrSellerWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // $5,760 a month / 720 hours of one H100.
                "is our own cluster cheaper than fireworks for tuned llama 8b serving 500k requests/day 600 in 100 out? | Your own GPUs"
                        + " are cheaper than Fireworks AI only if an hour of one H100 costs you less than $8.00: Llama 3.1 8B, LoRA",
                // 8 x 720 x $1.20 against $8.00 x 720.
                "is our own 8x h100 at $1.20 per hour cheaper than fireworks for tuned llama 8b, 500k requests/day 600 in 100 out? | No,"
                        + " Fireworks AI is cheaper by $1,152 a month: $5,760 against $6,912 on your own, Llama 3.1 8B, LoRA",
                "own hardware at $1.10 per gpu hour vs fireworks, llama 8b 5k requests a day | Yes, your own GPUs are cheaper by $4,968 a"
                        + " month: $792.00 against $5,760 on Fireworks AI, Llama 3.1 8B, LoRA",
                "Should my team own GPUs or rent? training every week, 200M tokens, llama 70b lora | Rent at $155.14-$3,476 a training,"
                        + " unless an hour of your own H100 costs you less than $1.47 (rented $1.47-$7.36): Llama 3.3 70B, LoRA"
            })
    void saysWhichIsCheaperOrBelowWhichPriceOfAnHour(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }
}
