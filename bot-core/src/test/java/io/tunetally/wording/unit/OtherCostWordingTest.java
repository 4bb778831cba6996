package io.tunetally.wording.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.wording.Worded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OtherCostWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 6 × $4,900, 12 × $1,550, 1,300 × 6 × £0.50.
                "we have an agency which costs us 4,900 dollars a month, would a tuned gpt-oss 20b with 2,200 messages a day be cheaper? | "
                        + "Far less than the agency: $71.87 over 6 months against $29,400 (gpt-oss 20B, LoRA on Thinking Machines)",
                // 20,000 × 6 × $0.04.
                "agency charges $0.04 per answer, 20,000 answers a month. would a tuned gpt-oss 20b be cheaper? | "
                        + "Far less than the agency: $22.19 over 6 months against $4,800 (gpt-oss 20B, LoRA on Thinking Machines)",
                "tco gpt-oss-20b 1100 requests/day 12 months instead of 1550 USD a month for DeepL | "
                        + "Far less than DeepL: $71.87 over 12 months against $18,600 (gpt-oss 20B, LoRA on Thinking Machines)",
                "tco gpt-oss-20b 1100 requests/day 12 months instead of 60 USD a year for DeepL | "
                        + "More than DeepL: $71.87 over 12 months against $60.00 (gpt-oss 20B, LoRA on Thinking Machines)",
                "tco llama-3.1-8b on selfhost 500 requests/day 12 months instead of 4000 USD a year for vendor | "
                        + "Not surely less than the vendor: $2,367-$6,394 over 12 months against $4,000 (Llama 3.1 8B, LoRA on "
                        + "your own or rented GPUs (RTX 4090))",
                "Could a tuned gpt-oss 20b be below £0.50 a letter? 1,300 letters a month | "
                        + "Far less than the limit: $2.00 over 6 months against 3,900 GBP (gpt-oss 20B, LoRA on Thinking Machines)",
                "tco gpt-oss-20b 1100 requests/day 12 months instead of 60 EUR a year for DeepL | "
                        + "In US dollars, and not converted, beside DeepL: $71.87 over 12 months against 60.00 EUR "
                        + "(gpt-oss 20B, LoRA on Thinking Machines)"
            })
    void setsTheCostBesideTheirs(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void saysWhatIsNotInIt() {
        Reply reply = Worded.today("tco gpt-oss-20b 1100 requests/day instead of 4900 USD a month for agency");
        assertThat(Worded.notes(reply, Block.Tone.BASIS).getFirst()).startsWith("That is the model alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is 92 dollars right for 18.4 million training tokens on gpt-4.1 mini at azure?",
                "They billed 18.4M training tokens on gpt-4.1-mini, $92, and $1,224 hosting. Is that correct?",
                "In October they were billed: training 18,400,000 tokens GPT-4.1 mini at $5.00 per million = $92.00, plus hosting $1,224. Is"
                        + " the token price correct and why is there hosting at all?"
            })
    void aSumIsRightToTheCent(String question) {
        assertThat(Worded.today(question).title())
                .isEqualTo(
                        "$92 is right: 18,400,000 billed tokens × $5.00 / 1M tokens = $92.00 at Azure OpenAI (global)");
    }

    @Test
    void aSumForNoModelIsSaidBack() {
        assertThat(Worded.today("is 4.800 euros a normal price for training an AI on our menus?")
                        .title())
                .contains("4.800 euros is not converted");
    }
}
