package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CrossoverWordingTest {
    @Test
    void theCheaperModelStaysSo() {
        // Full: $0.72 and $0.378 a month against $37.50 and $14.625.
        Reply reply = Worded.byGuide("break even gpt-4o vs llama 8b full");
        assertThat(reply.title()).isEqualTo("Llama 3.1 8B is cheaper from the first day and stays so");
        assertThat(chart(reply).crossing()).isNull();
        assertThat(Worded.rows(reply))
                .containsExactly(
                        "GPT-4o | OpenAI | $37.50 | $14.63 | $125.25",
                        "Llama 3.1 8B | Together AI | $0.72 | $0.38 | $2.99");
        assertThat(Worded.rows(Worded.byGuide("break even gpt-4o vs llama 8b full, details")))
                .containsExactly(
                        "GPT-4o | OpenAI | full | $37.50 | $14.63 | $125.25 | open",
                        "Llama 3.1 8B | Together AI | full | $0.72 | $0.38 | $2.99 | open");
    }

    @Test
    void aMissingPriceLeavesNoVerdict() {
        assertThat(Worded.byGuide("break even gpt-4o-mini vs llama 8b full").title())
                .isEqualTo("No verdict: no price is known for inference of GPT-4o mini on OpenAI");
    }

    @Test
    void whatOnlyOneOfTheTwoRunsIsToldAsTheChoice() {
        assertThat(Worded.today("should we self host llama 70b or use together, 20k requests a day")
                        .title())
                .isEqualTo("Llama 3.3 70B on rented GPUs (A100 80 GB): $1.00-$22.63 to train, $1,363-$10,886 a month;"
                        + " Together AI does not run it");
    }

    @Test
    void theDearerModelOvertakesOnceItHasEarnedItsTraining() {
        // Llama costs 7.5M x $0.50 = $3.75 and 720 x $7.00 = $5,040 a month on its own GPU, GPT-4o mini $22.50 and
        // 30,000 x $0.00039 = $11.70.
        Reply reply = Worded.earlier(
                "break even gpt-4o-mini vs llama 8b lora on fireworks 5k examples 1000 requests/day guide prices");
        assertThat(reply.title()).isEqualTo("Llama 3.1 8B is cheaper at first; GPT-4o mini overtakes it after 1 day");
        assertThat(chart(reply).inWords()).contains("equal after 1 day");
        // (6 x 5,040 + 3.75 - 22.50) / (6 x 30 x 0.00039) = 30,221.25 / 0.0702
        assertThat(Worded.paragraphs(reply))
                .contains("Both cost the same over this period at 430,502 requests a day; above that Llama 3.1 8B is"
                        + " cheaper.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A request costs $0.000218 at the seller: 197.28 a month less the difference of training, over 30 days
                "At what traffic does a dedicated GPU beat per-token pricing for a tuned qwen3-8b?"
                        + " | Qwen3 8B on your own or rented GPUs (RTX 4090) is cheaper above 30,221-81,659 requests a day",
                "how many requests a day until dedicated is cheaper than per token, qwen3-8b with 3k requests a day"
                        + " | Qwen3 8B on your own or rented GPUs (RTX 4090) is cheaper above 30,221-81,659 requests a day;"
                        + " at your 3,000 take Thinking Machines",
                "when does renting an H100 beat Thinking Machines for qwen3-8b"
                        + " | Qwen3 8B on your own or rented GPUs (H100) is cheaper above 162,090-811,753 requests a day",
                "Is it cheaper to rent a GPU or use an API for a tuned llama 8b with 3k requests a day?"
                        + " | Llama 3.1 8B on your own or rented GPUs (RTX 4090) is cheaper from the first day and stays so"
            })
    void aGpuIsComparedWithTheToken(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void aModelThatNobodySellsByTheTokenIsSaidToBeOne() {
        assertThat(Worded.notes(
                        Worded.today("is it cheaper to rent a GPU or use an API for a tuned llama 8b"),
                        Block.Tone.BASIS))
                .contains("No seller on file runs a tuned Llama 3.1 8B by the token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A request costs $0.000333: (1,816.56 x 6 + 0.67 - 1.11) and (14,515.20 x 6 + 6.41 - 1.11) over 180
                // days
                "is serverless cheaper than dedicated for a 70b with 1M requests a month"
                        + " | gpt-oss 120B on your own or rented GPUs (A100 80 GB) is cheaper above 181,903-1,453,062"
                        + " requests a day; at your 33,333 take Thinking Machines",
                "serverless vs dedicated llama 70b fireworks"
                        + " | gpt-oss 120B on your own or rented GPUs (A100 80 GB) is cheaper above 181,903-1,453,062"
                        + " requests a day",
                "per-token or dedicated endpoint for a tuned 8b, 50k requests a day?"
                        + " | Qwen3 8B on your own or rented GPUs (RTX 4090) is cheaper above 30,221-81,659 requests a day;"
                        + " at your 50,000 either may be cheaper",
                "does a dedicated endpoint make sense for qwen3-8b at 300 requests a day?"
                        + " | Qwen3 8B on your own or rented GPUs (RTX 4090) is cheaper above 30,221-81,659 requests a day;"
                        + " at your 300 take Thinking Machines"
            })
    void bothWaysToRunAModelOfASizeAreCompared(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is serverless cheaper than dedicated for a 70b with 1M requests a month",
                "serverless vs dedicated llama 70b fireworks"
            })
    void aModelThatStandsForTheOneAskedAboutIsSaidToDoSo(String question) {
        assertThat(Worded.notes(Worded.today(question), Block.Tone.BASIS))
                .contains(
                        "No seller on file runs a tuned Llama 3.3 70B by the token; gpt-oss 120B is the nearest that one"
                                + " does");
    }

    @Test
    void anAlwaysOnEndpointIsWeighedAgainstTheToken() {
        assertThat(Worded.today("is an always-on endpoint worth it at 500 requests a day")
                        .title())
                .startsWith("gpt-oss 20B on your own or rented GPUs (A100 80 GB) is cheaper above ")
                .endsWith(" requests a day; at your 500 take Thinking Machines");
    }

    private static ChartSpec.Lines chart(Reply reply) {
        return (ChartSpec.Lines) Worded.blocks(reply, Block.Chart.class)
                .findFirst()
                .orElseThrow()
                .spec();
    }
}
