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

    /** OpenAI's $6,900 would be what is left of the budget for training; what it costs is that of a job of 1,000 examples. */
    @Test
    void whatRunsUntilItsEndOnlySaysSo() {
        Reply reply = Worded.today(
                "budget gpt-4.1-mini 12000 requests/day 1500 input tokens 300 output tokens 12 months $8000");
        assertThat(reply.title())
                .startsWith(
                        "$8,000 does not buy one example and running the model for 12 months: the nearest is GPT-4.1"
                                + " mini on Azure OpenAI (global), $")
                .endsWith(" days, until it shuts down on 2027-10-14");
        assertThat(reply.toString()).doesNotContain("$6,").doesNotContain("1 example ×");
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

    /** 4.8M tokens x 3 epochs at $5 are $72, 2,000 x 500 x 3 at $3 are $9; an hour of Azure's hosting is $1.70, of Fireworks' $8. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$800 on azure, what can we fine-tune? | $800.00 buys up to 355,555 examples for GPT-4.1 nano on Azure OpenAI"
                        + " (global), then $1,224 a month while it is deployed | $800.00 alone keeps it deployed for 19 days",
                "is $100 enough for gpt-4.1 mini, 8k examples of 600 tokens? | Enough to train for 3 epochs ($72.00): $100.00"
                        + " buys up to 4 epochs for GPT-4.1 mini on Azure OpenAI (global), then $1,224 a month while it is"
                        + " deployed | What is left does not keep it deployed for a day",
                "budget $800 qwen3 32b 2000 examples | Qwen3 32B, LoRA on Fireworks AI: $9.00 of your $800.00 for 3 epochs,"
                        + " then $5,760 a month while it is deployed; 100 epochs or more fit | What is left keeps it deployed"
                        + " for 4 days"
            })
    void theFirstLineSaysTheFeeOfAnEndpointThoughRunningWasNotAskedFor(String question, String title, String kept) {
        Reply reply = Worded.today(question);
        assertThat(reply.title()).isEqualTo(title);
        assertThat(Worded.notes(reply, Block.Tone.BASIS))
                .contains(kept)
                .anySatisfy(line -> assertThat(line).startsWith("Billed by the token: "));
    }

    @Test
    void whatNobodyRunsOrRunsAtAnUnknownPriceIsSaidToBeSo() {
        assertThat(Worded.today("budget $50 llama 70b 20k examples 3 epochs").title())
                .endsWith("LoRA on Together AI, but Together AI does not run it");
        assertThat(Worded.today("how many epochs of llama 8b with 100k examples for $100")
                        .title())
                .endsWith("LoRA on Ori, running cost unknown");
    }

    @Test
    void whatRunsByTheTokenComesBeforeWhatWaitsAtAFee() {
        Reply reply = Worded.today("budget $300 2500 examples 800 tokens each");
        assertThat(reply.title()).startsWith("gpt-oss 20B, LoRA on Thinking Machines: $2.38 of your $300.00");
        assertThat(Worded.rows(reply))
                .startsWith("gpt-oss 20B | LoRA | Thinking Machines | $2.38 | $0.396 / 1M tokens")
                .allMatch(row -> row.contains("Thinking Machines"));
    }

    /** gpt-oss 20B: $0.59 of training and 6 x $82.35 of running. */
    @Test
    void whichModelsFitIsAnsweredWithTheCheapestAndTheirNumber() {
        Reply reply = Worded.today("Budget $5000, 6 months, 10k req/day, 900 in / 250 out. what fits?");
        assertThat(reply.title())
                .isEqualTo(
                        "gpt-oss 20B, LoRA on Thinking Machines: $494.69 of your $5,000 over 6 months; 11 models fit");
        assertThat(Worded.notes(reply, Block.Tone.BASIS)).contains("What is left buys up to 7,585,690 examples");
        assertThat(Worded.today("budget $40, 6 months, 10k requests a day, what fits?")
                        .title())
                .startsWith("$40.00 does not buy one example and running the model for 6 months: the nearest is ");
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
