package io.tunetally.wording.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.wording.Worded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitPriceWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price per million output tokens of tuned gpt-4.1-mini? | GPT-4.1 mini on Azure OpenAI (global): $1.60 per 1M output"
                        + " tokens, plus $1.70 an hour while it is deployed",
                "what does tuned qwen3-8b cost per million tokens | Qwen3 8B, LoRA on Thinking Machines: $0.44 per 1M training tokens;"
                        + " to run it $0.195 in and $0.60 out per 1M tokens",
                // $0.35 / (1,800 x 3,600) x 1M.
                "what does a token cost me if I serve llama 3.1 8b on a 4090 at $0.35/h at 1,800 tok/s? | Llama 3.1 8B, LoRA on your own"
                        + " or rented GPUs (RTX 4090): $0.054 per 1M tokens at 1,800 tokens/s all the time; $0.35 an hour while it is"
                        + " deployed",
                "together vs fireworks vs thinking machines, qwen3-8b lora, $/1M | Qwen3 8B, LoRA on Thinking Machines: $0.44 per 1M"
                        + " training tokens",
                // No epochs are put on top of a listed price.
                "how much is 1M training tokens on together for a 70b? | Llama 3.3 70B, LoRA on Together AI: $2.90 per 1M training tokens",
                "price per 1M tokens untuned gpt-4.1 | GPT-4.1 untuned on Azure OpenAI (global): $2.00 in and $8.00 out per 1M tokens",
                "what is the hourly rate for hosting a tuned model on fireworks? | A tuned model on Fireworks AI: $8.00 an hour while it"
                        + " is deployed",
                // 600 x $0.10 / 1M + 80 x $0.40 / 1M; $1.70 x 720 / 3,000 requests.
                "cost per request of a tuned gpt-4.1-nano at 600 tokens in, 80 out? | GPT-4.1 nano on Azure OpenAI (global): $0.000092 a"
                        + " request ($0.092 per 1,000), plus $1.70 an hour while it is deployed: $0.4081 a request at 100 a day (assumed)",
                // $197.28-$532.80 / (1,500 x 30); on Fireworks it is $8.00 x 720 / (1,500 x 30) = $0.128.
                "what does it cost per ticket with a fine-tuned llama 8b, 1500 tickets a day, 800 tokens in 200 out | Llama 3.1 8B, LoRA"
                        + " on your own or rented GPUs (RTX 4090): $0.004384-$0.0118 a request, hosting included",
                // $14.85 / 720.
                "cost per hour of hosting tuned qwen3-8b, 3k requests/day, 600 tokens in, 80 out | Qwen3 8B, LoRA on Thinking Machines:"
                        + " $0.0206 an hour at 3,000 requests a day: no fee an hour, only the tokens",
                "price per training example for gpt-4.1 with 800 examples of 400 tokens | GPT-4.1 on Azure OpenAI (global): $0.03 an"
                        + " example to train, $24.00 for all",
                "cost per request llama 8b vs qwen3-8b 5k requests a day 800 in 200 out | Qwen3 8B, LoRA on Thinking Machines: $0.000276"
                        + " a request ($0.276 per 1,000)"
            })
    void leadsWithThePriceOfTheUnitThatIsAskedFor(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost qwen3-8b 5k examples at 300 tokens per example | Qwen3 8B, LoRA: from $1.98 to train (Thinking Machines)",
                "tco qwen3-8b 3k requests/day, 600 tokens in, 80 out per request | Qwen3 8B, LoRA on Thinking Machines: $0.66 to train,"
                        + " then $14.85 a month - $89.76 over 6 months"
            })
    void aNumberForEachOfThemAsksForNoSuchPrice(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void theAnswerForTheJobFollows() {
        Reply reply = Worded.today("cost per request qwen3-8b 2000 requests a day");
        assertThat(Worded.notes(reply, Block.Tone.BASIS).getFirst())
                .startsWith("Qwen3 8B, LoRA on Thinking Machines: $0.66 to train");
    }
}
