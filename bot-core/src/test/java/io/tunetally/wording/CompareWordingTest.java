package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompareWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare gpt-4o and llama 70b full"
                        + " | Cheapest to train: Llama 3.3 70B, full on Together AI: $7.50, running cost unknown",
                "lora vs full llama 70b" + " | Cheapest to train: Llama 3.3 70B, LoRA on Together AI: $2.25-$3.00",
                "tco gpt-4o vs llama 8b full"
                        + " | Cheaper: Llama 3.1 8B, full on Together AI: $0.72 to train, then $0.38 a month",
                "tco gpt-4o vs llama 8b full 6 months | Cheaper: Llama 3.1 8B, full on Together AI: $2.99 over 6 months"
                        + " ($0.72 to train, then $0.38 a month)"
            })
    void leadsWithTheCheapest(String question, String title) {
        // In total: 0.72 + 6 x 0.378 = 2.988.
        assertThat(Worded.byGuide(question).title()).isEqualTo(title);
    }

    @Test
    void ofTwoThatEndTheOneOnRentedGpusLeads() {
        Reply reply = Worded.today("compare llama 70b and gpt-4.1 over 12 months, 20k requests/day, 10k examples");
        assertThat(reply.title()).startsWith("Only Llama 3.3 70B can run for 12 months - on rented GPUs (");
    }

    /** Both cost $1.50 / 1M tokens at Together AI, and wait at the same fee there. */
    @Test
    void ofEqualCostsNoneIsCheaper() {
        Reply reply = Worded.today("compare gemma 4 31b vs qwen3.6 27b lora 4.5M tokens 2 epochs");
        assertThat(reply.title())
                .startsWith(
                        "Equal: Gemma 4 31B, LoRA on Together AI and Qwen3.6 27B, LoRA on Together AI: $13.50 to train");
        assertThat(Worded.today("compare gpt-4.1 and gpt-4.1-mini").title()).startsWith("Cheaper: GPT-4.1 mini");
    }

    @Test
    void besideEndpointsOnlyTheOneBilledByTheTokenIsTold() {
        Reply reply = Worded.today("compare qwen3.5 9b vs gemma 4 31b 5000 examples 1024 tokens per example 2 epochs");
        assertThat(reply.title())
                .startsWith("Cheaper: Qwen3.5 9B, LoRA on Together AI: $4.92 to train, then $3,953 a month");
        assertThat(reply.toString())
                .contains(
                        "Billed by the token: Qwen3.5 9B, LoRA on Thinking Machines: $14.98 to train, then $2.19 a month");
    }

    @Test
    void serverlessRulesOutWhatWaitsAtAFee() {
        Reply reply = Worded.today("compare gemma 4 31b vs qwen3.6 27b lora 8M tokens 2 epochs serverless");
        assertThat(reply.title())
                .isEqualTo("Start with Qwen3.6 27B, LoRA on Thinking Machines: $65.65 to train, then $6.15 a month");
        assertThat(reply.toString())
                .contains(
                        "Gemma 4 31B, LoRA on Together AI: $24.00 to train, then $3,953 a month while it is deployed");
    }

    @Test
    void aCheaperOneThatIsClosedIsSaidToBe() {
        Reply reply = Worded.today("mistral 7b or llama 70b, which is cheaper to train, 5k examples of 300 tokens");
        assertThat(reply.title()).startsWith("Cheapest to train that you can start: Llama 3.3 70B");
    }

    @Test
    void aClosedModelBesideOneOnRentedGpusHasItsPrice() {
        Reply reply =
                Worded.today("compare gpt-4.1 mini with qwen3 32b self-hosted on 2 h100, 60k requests/day, 12 months");
        assertThat(reply.toString())
                .contains("GPT-4.1 mini on Azure OpenAI (global): $")
                .contains(" until 2027-");
    }

    @Test
    void aModelThatNoSellerRunsIsASideByRentedGpus() {
        Reply reply = Worded.today("tco over 24 months: gpt-oss 120b vs llama 70b, 50k requests/day, 700 in, 120 out");
        assertThat(reply.title())
                .isEqualTo(
                        "Cheaper: gpt-oss 120B, LoRA on Thinking Machines: $11,946 over 24 months ($1.11 to train, then"
                                + " $497.70 a month)");
        assertThat(Worded.rows(reply))
                .containsExactly(
                        "gpt-oss 120B | Thinking Machines | $1.11 | $497.70",
                        "Llama 3.3 70B | your own or rented GPUs | $1.49-$14.19 | $3,173-$15,889");
    }

    @Test
    void aModelThatRentedGpusRunForLessThanEverySellerIsRepresentedByThem() {
        assertThat(Worded.rows(Worded.today("tco llama 70b vs llama 8b 1000 requests/day")))
                .containsExactly(
                        "Llama 3.1 8B | $0.12-$0.78 | $197.28-$532.80",
                        "Llama 3.3 70B | $1.00-$22.63 | $1,363-$10,886");
        assertThat(Worded.today("tco llama 8b on fireworks vs qwen3 8b 1000 requests/day")
                        .title())
                .doesNotContain("rented");
    }

    @Test
    void modelsOfASizeThatNoSellerRunsHaveANumberToo() {
        assertThat(Worded.today("compare serving costs of a tuned 70B model, 2M requests a month, 1500 in 200 out")
                        .title())
                .isEqualTo("No seller can run Llama 3.3 70B - on rented GPUs (H100): $1.49-$14.19 to train,"
                        + " $3,173-$15,889 a month");
    }

    /** Eight GPUs for 14 hours are those of the run: three hold the model that it made, 3 x $2.49 x 720. */
    @Test
    void theGpusOfARunAreNotKeptForServing() {
        assertThat(Worded.today(
                                "renting 8x H100 at $2.49/hr for 14 hours vs Together for llama 3.3 70b full fine-tune 30k examples 1k tokens")
                        .title())
                .isEqualTo(
                        "Cheaper: Llama 3.3 70B, full on your own or rented GPUs: $278.88 to train, then $5,378 a month");
    }

    /** 2,500 x $2 + 400 x $8 = $8,200 a million requests, 270,000 of them a month: $2,214; mini is $1,224 an endpoint and $442.80. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare a tuned gpt-4.1-mini with untuned gpt-4.1, 9k requests a day, 2,500 in and 400 out"
                        + " | GPT-4.1 mini on Azure OpenAI (global) saves $547.20 a month: $7.50 to train, then $1,667 a month"
                        + " while it is deployed instead of $2,214 with untuned GPT-4.1",
                "how much would I save with a tuned gpt-4.1-nano instead of gpt-4.1 at 2,000 tickets/day, 1,000 in, 300 out?"
                        + " | No saving: untuned GPT-4.1 costs $264.00 a month, GPT-4.1 nano on Azure OpenAI (global)"
                        + " $1,237 a month ($2.25 to train)",
                "what do we save per year if we swap gpt-4o for a fine-tuned qwen3-8b"
                        + " | Qwen3 8B, LoRA on Thinking Machines saves $108.51 over 12 months: $8.49 over 12 months"
                        + " ($0.66 to train, then $0.65 a month) instead of $117.00 with untuned GPT-4o",
                "currently gpt-4.1, want a tuned llama 70b: 10,000 requests a day of 1,500 tokens in and 300 out"
                        + " | No sure saving: untuned GPT-4.1 costs $1,620 a month, Llama 3.3 70B, LoRA on your own or rented"
                        + " GPUs (A100 80 GB) $1,363-$10,886 a month ($1.00-$22.63 to train)"
            })
    void saysWhatATunedModelSavesAgainstTheUntunedOneOfToday(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare all",
                "what does fine-tuning cost",
                "tco all",
                "tco all 6 months",
                "qwen3 8b vs llama 8b",
                "compare llama 8b on together vs fireworks"
            })
    void theHeadlineIsTheFirstRow(String question) {
        Reply reply = Worded.today(question);
        Block.Table table = Worded.blocks(reply, Block.Table.class).findFirst().orElseThrow();
        List<String> titles = table.columns().stream().map(Block.Column::title).toList();
        List<String> first = table.rows().getFirst();
        assertThat(titles).containsAnyOf("Model", "Method", "Provider");
        for (String named :
                List.of("Model", "Method", "Provider", reply.title().contains(" over ") ? "Total" : "Training")) {
            if (titles.contains(named)) {
                assertThat(reply.title()).contains(first.get(titles.indexOf(named)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare all | Start with gpt-oss 20B, LoRA on Thinking Machines, the cheapest you can start today: $0.59 to train, then $0.54 a month",
                "tco all on together 500 requests/day | Cheapest: Qwen3.5 9B, LoRA on Together AI: $0.72-$4.00 to train,"
                        + " then $3,953 a month while it is deployed",
                "compare qwen3 8b vs gpt-oss 20b | Cheaper: gpt-oss 20B, LoRA on Thinking Machines: $0.59 to train, then"
                        + " $0.54 a month",
                "compare qwen3 8b vs gpt-oss 20b vs gpt-oss 120b | Cheapest: gpt-oss 20B, LoRA on Thinking Machines: $0.59"
                        + " to train, then $0.54 a month",
                "tco llama 8b vs mistral 7b on together | Neither can run on Together AI - take Qwen3 8B, LoRA on Thinking"
                        + " Machines, which bills by the token: $0.66 to train, then $0.65 a month"
            })
    void advisesWhereTheRankingAllowsIt(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void listsEachOfferWithItsPrice() {
        assertThat(Worded.rows(Worded.byGuide("compare gpt-4o and llama 70b, details")))
                .containsExactly(
                        "Llama 3.3 70B | Together AI | LoRA | $2.25-$3.00 | $1.50-$2.00 | open",
                        "Llama 3.3 70B | Together AI | full | $7.50 | $5.00 | open",
                        "GPT-4o | OpenAI | full | $37.50 | $25.00 | open");
    }

    @Test
    void eachModelStandsInSightWithItsCheapestOffer() {
        assertThat(Worded.rows(Worded.byGuide("compare gpt-4o and llama 70b")))
                .containsExactly(
                        "Llama 3.3 70B | LoRA | $2.25-$3.00 | unknown | Together AI",
                        "GPT-4o | full | $37.50 | $14.63 | OpenAI");
    }

    /** Whoever asks for A or B wants to know of both, also where only one can be started. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o-mini vs llama 8b for 5k examples | GPT-4o mini on OpenAI: $22.50 to train, closed to new customers",
                "lora vs full for qwen3 14b, 8k examples | Qwen3 14B, full on Together AI: $6.48 to train, closed to new jobs",
                "compare llama-3.3-70b on fireworks vs openai | OpenAI: no price on file for Llama 3.3 70B",
                "gpt-4o lora vs full | LoRA: no price on file for GPT-4o",
                "openai or together for 3000 examples | OpenAI: closed to new customers",
                "gpt-4o, gpt-4o-mini and llama 8b 1k examples | GPT-4o on OpenAI: $37.50 to train, closed to new customers",
                "tco gpt-4o-mini vs llama 8b 1000 requests/day 12 months | GPT-4o mini on OpenAI: $24.00 until 2027-01-14,"
                        + " closed to new customers",
                "tco gpt-4.1-mini vs llama 8b 1000 requests/day 12 months"
                        + " | GPT-4.1 mini on Azure OpenAI (global): $13,354 until 2027-10-14"
            })
    void whatWasNamedAndHasNoRowIsToldWithItsFigure(String question, String line) {
        assertThat(Worded.today(question).blocks().toString()).contains(line);
    }

    @Test
    void manyThatWereNamedAndCannotBeStartedShareALine() {
        assertThat(Worded.today("gpt-4o, gpt-4o-mini, gemini-2.0-flash, llama-2-13b and llama 8b 1k examples")
                        .blocks()
                        .toString())
                .contains("Cannot be started today: ")
                .doesNotContain("GPT-4o on OpenAI: $37.50 to train");
    }

    @Test
    void whatIsClosedAtSellersThatWereNotNamedIsNotTold() {
        assertThat(Worded.today("openai or together for 3000 examples").blocks().toString())
                .contains("Closed to new customers: Mistral 7B")
                .doesNotContain("Google (all)");
    }

    @Test
    void ofProvidersSideBySideEachIsNamedWithItsCheapest() {
        assertThat(Worded.today("tco all selfhost vs together 1000 requests/day")
                        .blocks()
                        .toString())
                .contains("your own or rented GPUs")
                .containsPattern("From \\$[0-9,]+-\\$[0-9,]+ on Together AI \\(");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a tuned 8b model in the eu for at most $500 a month to run | Perhaps within $500.00 a month: Llama 3.1 8B",
                "a tuned 8b model in the eu for at most $100 a month to run | Not within $100.00 a month: Llama 3.1 8B"
            })
    void aLimitThatNothingIsSafelyWithinIsAnsweredFirst(String question, String start) {
        assertThat(Worded.today(question).title()).startsWith(start);
    }

    @Test
    void aSingleRowIsAMonthOfRunningIt() {
        Reply reply = Worded.today("tco gpt-4o mini on openai vs qwen3 8b on tinker");
        assertThat(reply.title()).endsWith(": $0.66 to train, then $0.65 a month");
        assertThat(Worded.facts(reply)).containsExactly("Inference: $0.65 a month");
    }

    @Test
    void drawsABarForEachOffer() {
        ChartSpec chart = Worded.blocks(Worded.byGuide("compare gpt-4o and llama 70b full"), Block.Chart.class)
                .findFirst()
                .orElseThrow()
                .spec();
        assertThat(chart.inWords())
                .isEqualTo("Training cost: 1,000 examples · 500 tokens each · 3 epochs: Llama 3.3 70B $7.50; GPT-4o"
                        + " $37.50.");
        assertThat(chart.source()).isEqualTo("TuneTally, 2026-11-25: guide prices");
    }

    @Test
    void saysWhyANamedModelIsLeftOut() {
        assertThat(Worded.notes(Worded.byGuide("cost gpt-4o vs nova pro"), Block.Tone.WARNING))
                .contains(
                        "No price for Nova Pro: no seller on file lists it for fine-tuning. Only language models are priced: if this is an open one, say its size.");
    }

    @Test
    void namesClosedModelsInTheSmallPrint() {
        assertThat(Worded.notes(Worded.today("what does fine-tuning cost"), Block.Tone.NOTE))
                .anySatisfy(note -> assertThat(note).startsWith("Closed to new customers: "));
        assertThat(Worded.notes(Worded.today("what does fine-tuning cost, details"), Block.Tone.NOTE))
                .anySatisfy(note -> assertThat(note)
                        .startsWith("Not for new customers: ")
                        .contains("Gemini 2.0 Flash (the models are retired, since 2026-06-01)"));
    }

    @Test
    void saysTheOrderOfRowsThatLookEqual() {
        assertThat(Worded.notes(Worded.today("tco all selfhost 1000 requests/day"), Block.Tone.NOTE))
                .contains("Of equal amounts, what costs less to train comes first.");
        assertThat(Worded.notes(Worded.today("tco all on together 500 requests/day"), Block.Tone.NOTE))
                .contains("Equal amounts stand in the order of the price book.");
        assertThat(Worded.notes(Worded.today("tco all 1000 requests/day"), Block.Tone.NOTE))
                .noneMatch(line -> line.contains("qual amounts"));
    }

    @Test
    void saysHowMuchCheaperTheCheaperOfTwoIs() {
        assertThat(Worded.today("compare gpt-4.1-nano vs gpt-4.1-mini 5000 examples")
                        .toString())
                .contains("Difference: $26.25 (70 %) to train");
        // Both rows would be of one seller.
        assertThat(Worded.today("compare llama 70b together vs fireworks 10k examples")
                        .toString())
                .doesNotContain("Difference: ");
    }
}
