package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BudgetWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what can I train for $50 | $50.00 buys up to 69,444 examples for Llama 3.1 8B, full on Together AI",
                "budget $50 gpt-4o | $50.00 buys 1,333 examples for GPT-4o on OpenAI",
                "budget $0.04 gpt-4o | $0.04 buys 1 example for GPT-4o on OpenAI",
                "budget $0.03 gpt-4o | $0.03 does not buy one example",
                "budget $50 llama 8b lora"
                        + " | $50.00 buys 173,611-231,481 examples for Llama 3.1 8B, LoRA on Together AI",
                "budget $100 gpt-4o 1k examples | Enough for 3 epochs ($37.50): $100.00 buys 8 epochs for GPT-4o on OpenAI",
                "budget $20 gpt-4o 1k examples | Not enough for 3 epochs ($37.50): $20.00 buys 1 epoch for GPT-4o on OpenAI",
                "budget $12 gpt-4o 1k examples | Not enough for 3 epochs ($37.50): $12.00 does not buy one epoch"
            })
    void leadsWithTheAffordableAmount(String question, String title) {
        assertThat(Worded.byGuide(question).title()).isEqualTo(title);
    }

    @Test
    void listsTheMostFirst() {
        assertThat(Worded.rows(Worded.byGuide("how many examples of llama 8b for $50")))
                .containsExactly(
                        "Llama 3.1 8B | Together AI | LoRA | 173,611-231,481",
                        "Llama 3.1 8B | Together AI | full | 69,444");
    }

    /** 2,000 x 500 tokens x 3 epochs = 3M at $0.396 are $1.19. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget $100 with 2000 examples | gpt-oss 20B, LoRA on Thinking Machines: $1.19 of your $100.00 for 3 epochs,"
                        + " $98.81 is left; 100 epochs or more fit",
                "budget $200 one-time and $50 per month | $200.00 buys up to 336,700 examples for gpt-oss 20B, LoRA on"
                        + " Thinking Machines"
            })
    void theFirstLineSaysWhatFitsAndWhatIsLeft(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budget $200 one-time and $50 per month",
                "budget $200 once and $50 a month",
                "budget $200 upfront and $50 per month"
            })
    void whatIsNotPaidOnceIsForRunning(String question) {
        assertThat(Worded.notes(Worded.today(question), Block.Tone.BASIS))
                .contains("Running it costs $0.54 a month, within your $50.00");
    }

    @Test
    void moreThanIsEverTrainedIsNotCounted() {
        Reply reply = Worded.byGuide("how many epochs of llama 8b with 1000 examples for $100, details");
        assertThat(reply.title()).contains("100 epochs");
        assertThat(Worded.notes(reply, Block.Tone.NOTE))
                .contains("More than 100 epochs are not counted, whatever the budget.");
    }

    @Test
    void warnsOfAMinimumAboveTheBudget() {
        assertThat(Worded.notes(Worded.today("budget $2 llama 8b on together"), Block.Tone.WARNING))
                .contains("Together AI may charge at least $4.00 per job, more than this budget.");
        assertThat(Worded.notes(Worded.today("budget $20 llama 8b on together"), Block.Tone.WARNING))
                .noneMatch(warning -> warning.contains("more than this budget"));
    }

    @Test
    void saysWhyANamedModelIsLeftOut() {
        assertThat(Worded.notes(Worded.byGuide("budget $100 gpt-4o vs nova pro"), Block.Tone.WARNING))
                .contains(
                        "No price for Nova Pro: no seller on file lists it for fine-tuning. Only language models are priced: if this is an open one, say its size.");
    }

    @Test
    void aLimitOnRunningRulesOutWhatCostsMoreAMonthAndLeavesTheBudgetToTraining() {
        Reply reply = Worded.today("budget $500 for training and $300 a month for hosting");
        assertThat(reply.title()).startsWith("$500.00 buys up to ").doesNotContain("running");
        assertThat(Worded.notes(reply, Block.Tone.BASIS))
                .contains("Running it costs $0.54 a month, within your $300.00");
        assertThat(Worded.rows(reply)).noneMatch(row -> row.contains("Fireworks AI"));
        assertThat(Worded.notes(reply, Block.Tone.NOTE))
                .anySatisfy(line -> assertThat(line).startsWith("Above $300.00 a month to run: "));
    }

    @Test
    void aNamedModelAboveTheLimitIsPricedAndSaidToBeAbove() {
        assertThat(Worded.notes(
                        Worded.today("budget $500 for gpt-4.1 mini on azure, at most $300 a month to run"),
                        Block.Tone.BASIS))
                .contains("Running it costs $1,226 a month, above your $300.00");
    }

    @Test
    void whatIsSolvedForIsNotSaidToBeAssumed() {
        assertThat(Worded.notes(Worded.byGuide("budget $50 gpt-4o"), Block.Tone.BASIS))
                .singleElement()
                .asString()
                .doesNotContain("examples");
    }
}
