package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecommendWordingTest {
    @Test
    void whatCostsManyTimesLessThanASizeStandsUnderIt() {
        assertThat(Worded.notes(Worded.today("recommend size 70b"), Block.Tone.BASIS))
                .contains("Far cheaper: gpt-oss 120B, LoRA on Thinking Machines: $1.11 to train, then $1.00 a month");
    }

    @Test
    void aProviderThatWasSaidIsKeptAndWhatIsFarCheaperSaid() {
        Reply reply = Worded.today("recommend on azure");
        assertThat(reply.title())
                .startsWith(
                        "Start with GPT-4.1 nano on Azure OpenAI (global): $2.25 to train, then $1,224 a month while it is deployed");
        assertThat(Worded.notes(reply, Block.Tone.BASIS))
                .contains("Far cheaper: Qwen3 8B, LoRA on Thinking Machines: $0.66 to train, then $0.65 a month");
    }

    @Test
    void aBudgetThatPaysForNoMonthOfTheEndpointIsEnoughToTrainOnly() {
        assertThat(Worded.today("recommend qwen3-4b 2000 examples $5").title())
                .isEqualTo("$5.00 is enough to train, not to run: Qwen3 4B, LoRA on your own or rented GPUs (RTX 4090):"
                        + " $0.12-$0.78 to train, then $197.28-$532.80 a month while it is deployed");
        assertThat(Worded.today("recommend qwen3-4b 2000 examples $500").title())
                .startsWith("Start with ");
    }

    @Test
    void leadsWithThePick() {
        assertThat(Worded.earlier("recommend guide prices").title())
                .isEqualTo("Start with GPT-4o mini on OpenAI: $4.50 to train, then $1.17 a month");
        assertThat(Worded.today("recommend guide prices").title())
                .isEqualTo("Start with Llama 3.1 8B, LoRA on Together AI: $0.22-$0.29 to train, then $0.38 a month");
    }

    @Test
    void namesThePickThatIsClosedInTheSmallPrint() {
        assertThat(Worded.notes(Worded.today("recommend details"), Block.Tone.NOTE))
                .contains("Not for new customers: GPT-4o mini (closed to organizations that never fine-tuned, since"
                        + " 2026-05-07).");
    }

    @Test
    void itsFirstRowIsThePickAndTheOthersFollowByTotal() {
        Reply reply = Worded.today("recommend details");
        assertThat(Worded.rows(reply)).hasSize(5);
        assertThat(Worded.rows(reply).getFirst()).startsWith("gpt-oss 20B");
    }

    @Test
    void saysWhatStandsAgainstTuningAndWhatCannotBeStartedBeforeAnyFigure() {
        assertThat(Worded.notes(Worded.today("recommend gpt-4o-mini, it must know our wiki"), Block.Tone.BASIS))
                .startsWith(
                        "First: knowledge belongs in retrieval (RAG), not in the model",
                        "Not on GPT-4o mini on OpenAI: closed to new customers, ends 2027-01-14");
    }

    @Test
    void namesAnOfferWithoutAPublishedPriceWhereTheProviderHasNoOther() {
        assertThat(Worded.today("recommend on google").title())
                .isEqualTo("Start with Gemini 3.1 Flash-Lite, LoRA on Google, training price not published");
    }

    @Test
    void usesTheHardwareThatWasNamed() {
        assertThat(Worded.today("recommend on our own 4090").title())
                .isEqualTo("Start with Llama 3.1 8B, LoRA on your own GPUs, for the electricity");
    }

    @Test
    void leavesOutWhatCostsMoreToRunThanWasSaid() {
        Reply reply = Worded.today("recommend a model, under $200 a month to run");
        assertThat(Worded.notes(reply, Block.Tone.BASIS))
                .contains("Running it costs $0.54 a month, within your $200.00");
        assertThat(Worded.notes(reply, Block.Tone.NOTE))
                .anySatisfy(line -> assertThat(line).startsWith("Above $200.00 a month to run: GPT-4.1 nano ($1,224)"));
    }

    @Test
    void saysWhereNothingFits() {
        Reply reply = Worded.today("recommend for $0.01");
        assertThat(reply.title())
                .startsWith("Nothing fits $0.01: the nearest is gpt-oss 20B, LoRA on Thinking Machines: $");
        assertThat(Worded.rows(reply)).isEmpty();
    }

    @Test
    void aModelThatNoSellerRunsStartsOnRentedGpus() {
        Reply reply = Worded.today("recommend llama 70b");
        assertThat(reply.title())
                .startsWith(
                        "Start with Llama 3.3 70B, LoRA on your own or rented GPUs (A100 80 GB): $1.00-$22.63 to train,"
                                + " then $1,363-$10,886 a month while it is deployed");
        assertThat(Worded.notes(reply, Block.Tone.BASIS))
                .contains("Far cheaper: gpt-oss 120B, LoRA on Thinking Machines: $1.11 to train, then $1.00 a month");
        assertThat(Worded.today("recommend llama 70b on together").title())
                .startsWith("Start with Llama 3.3 70B, LoRA on Together AI: $4.35 to train");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 6 x 5,296.32 at the dearest that rents an H100 out is less than 6 x 5,760
                "cheapest provider to host tuned qwen3-32b at 100k requests a day | your own or rented GPUs (H100)"
                        + " | Fireworks AI: $4.50 to train, then $5,760 a month while it is deployed",
                "which provider is cheapest for llama 70b full fine-tuning? | your own or rented GPUs (A100 80 GB)"
                        + " | Together AI: $4.80 to train, but Together AI does not run it",
                "cheapest full fine-tune of a 70b | your own or rented GPUs (A100 80 GB)"
                        + " | Together AI: $4.80 to train, but Together AI does not run it",
                "cheapest way to tune a 70b | your own or rented GPUs (A100 80 GB)"
                        + " | Together AI: $4.35 to train, but Together AI does not run it",
                "which provider is cheapest for llama 8b, 10k examples, full | your own or rented GPUs (RTX 4090)"
                        + " | Together AI: $8.10 to train, but Together AI does not run it"
            })
    void theCheapestOfAModelNamesTheSellerBesideRentedGpus(String question, String place, String beside) {
        Reply reply = Worded.today(question);
        assertThat(reply.title()).startsWith("Start with ").contains(" on " + place + ": ");
        assertThat(Worded.notes(reply, Block.Tone.BASIS)).contains(beside);
    }

    @ParameterizedTest
    @CsvSource({"which 70B model is the cheapest to fine-tune?, Llama 3.3 70B", "recommend a 120b model, gpt-oss 120B"})
    void aModelOfJustTheSizeThatWasSaidLeads(String question, String model) {
        assertThat(Worded.today(question).title()).startsWith("Start with " + model + ", ");
    }

    @Test
    void ofSeveralThatWereNamedTheCheapestLeads() {
        assertThat(Worded.today("recommend gpt-4.1 vs gpt-4.1-nano").title())
                .isEqualTo(Worded.today("recommend gpt-4.1-nano vs gpt-4.1").title())
                .startsWith("Start with GPT-4.1 nano");
    }

    @Test
    void aSellerThatWasNamedHasNoRentedGpusBesideIt() {
        Reply reply = Worded.today("recommend qwen3 32b on fireworks");
        assertThat(reply.title()).contains(" on Fireworks AI: ");
        assertThat(Worded.notes(reply, Block.Tone.BASIS)).noneMatch(line -> line.contains("rented GPUs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recommend | It costs least to train and run, among what you can start today and keep.",
                "recommend llama 70b | It costs least of the ways to train and run Llama 3.3 70B that you can start today.",
                "recommend gpt-4o vs gpt-4.1 | It costs least to train and run, of those you named that you can start today.",
                "recommend gpt-4o vs gpt-4.1 | Closed to new customers: GPT-4o.",
                "recommend llama 70b on together | It costs least to train; what running it costs is not known.",
                "recommend selfhost | Smaller models cost the same on such a GPU: it is the guide's starting point among them.",
                "recommend in the eu | Smaller models cost the same on such a GPU: it is the guide's starting point among them."
            })
    void saysWhyThePickLeads(String question, String why) {
        assertThat(Worded.notes(Worded.today(question), Block.Tone.NOTE)).contains(why);
    }
}
