package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TcoWordingTest {
    @Test
    void everySellerThatWasNamedIsToldOf() {
        assertThat(Worded.today("tco llama 70b together vs fireworks vs azure 20000 requests/day 36 months")
                        .toString())
                .contains("Fireworks AI: not on its list")
                .contains("Azure OpenAI: no price on file for Llama 3.3 70B");
        assertThat(Worded.today("tco gpt-4.1-mini azure vs openai 2000 requests/day")
                        .toString())
                .contains("OpenAI: closed to new customers, ends 2027-01-14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 37.50 + n x 14.625
                "tco gpt-4o | GPT-4o on OpenAI: $37.50 to train, then $14.63 a month - $125.25 over 6 months",
                "tco gpt-4o 1 month | GPT-4o on OpenAI: $52.13 over 1 month - $37.50 to train, then $14.63 a month",
                // 0.72 + 6 x 0.378
                "tco llama 8b full"
                        + " | Llama 3.1 8B, full on Together AI: $0.72 to train, then $0.38 a month - $2.99 over 6 months",
                "tco gpt-4o-mini | GPT-4o mini on OpenAI: $4.50 to train, running cost unknown"
            })
    void leadsWithTheTotal(String question, String title) {
        assertThat(Worded.byGuide(question).title()).isEqualTo(title);
    }

    @Test
    void ofTheOthersOnlyPricesOfOtherProvidersAreSaidToBeOld() {
        // 2025-08-25 to 2026-11-25; the first offer says the age of its own prices.
        assertThat(Worded.notes(Worded.today("tco gpt-4o guide prices details"), Block.Tone.WARNING))
                .contains("Prices last seen long ago, check before you commit: Azure OpenAI (457 days).");
        assertThat(Worded.notes(Worded.today("tco gpt-4o on openai guide prices details"), Block.Tone.WARNING))
                .noneMatch(warning -> warning.startsWith("Prices last seen long ago"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is $100 a month enough to run qwen3 8b? | Within $100.00 a month: Qwen3 8B, LoRA on Thinking Machines: ",
                "is $5 a month enough to run qwen3 8b at 1000 requests a day? | Not within $5.00 a month: Qwen3 8B, ",
                "is $5000 a month enough to run llama 70b? | Perhaps within $5,000 a month: Llama 3.3 70B on rented GPUs "
            })
    void aLimitIsAnsweredFirst(String question, String start) {
        assertThat(Worded.today(question).title()).startsWith(start);
    }

    /** The first line is what can be done: no seller runs the one, and none trains the other any more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monthly bill for hosting a fine-tuned llama 70b | Llama 3.3 70B on rented GPUs (A100 80 GB): $"
                        + " | Llama 3.3 70B, LoRA on Together AI: $4.35 to train, but Together AI does not run it",
                "tco mistral 7b | Mistral 7B on rented GPUs (RTX 4090): $" + " | over 6 months; closed to new jobs"
            })
    void whatOnlyRentedGpusCanRunIsLedByThem(String question, String start, String offer) {
        Reply reply = Worded.today(question);
        assertThat(reply.title()).startsWith(start);
        assertThat(reply.blocks().toString()).contains(offer).doesNotContain("download it, and run it on GPUs");
        assertThat(Worded.today(question + " on together").title()).contains(" on Together AI");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tco llama 8b serverless | No seller runs a tuned Llama 3.1 8B by the token - take Qwen3 8B, LoRA on Thinking"
                        + " Machines: ",
                "cost gpt-4.1-mini 3k examples, without hosting fee | No seller runs a tuned GPT-4.1 mini by the token - take"
                        + " gpt-oss 20B, LoRA on Thinking Machines: ",
                "tco qwen3-8b serverless | Qwen3 8B, LoRA on Thinking Machines: "
            })
    void whatNobodySellsByTheTokenIsSaidFirst(String question, String start) {
        assertThat(Worded.today(question).title()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget $1000 for llama 70b full with 5k requests a day | Not within $1,000: Llama 3.3 70B, full on your own"
                        + " or rented GPUs (A100 80 GB): "
            })
    void theNearestAboveABudgetMayBeOnRentedGpus(String question, String start) {
        assertThat(Worded.today(question).title()).startsWith(start);
    }

    @Test
    void aHorizonThatIsCutByAShutdownSaysSo() {
        // 2026-11-25 to 2027-01-14 is 50 days: 37.50 + 14.625 x 50/30.
        assertThat(Worded.today("tco gpt-4o guide prices").title())
                .isEqualTo(
                        "GPT-4o on OpenAI: $37.50 to train, then $14.63 a month - $61.88 over 50 days, until it shuts"
                                + " down on 2027-01-14; closed to new customers, ends 2027-01-14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 0.66 + 1000 x (1.1^12 - 1) / 0.1 x 30 x (500 x 0.195 + 200 x 0.60) / 1M
                "tco qwen3-8b 1000 requests/day growing 10% a month for a year | Qwen3 8B, LoRA on Thinking Machines: $140.19"
                        + " over 12 months - $0.66 to train, then $11.63 a month on average",
                // 0.66 + 360 x 475 x (500 x 0.195 + 200 x 0.60) / 1M
                "tco qwen3-8b 200 requests/day growing by 50 a month for a year | Qwen3 8B, LoRA on Thinking Machines: $37.85"
                        + " over 12 months - $0.66 to train, then $3.10 a month on average",
                // Hosting by the hour does not grow: 0.75 + 12 x 720 x 8.00
                "tco qwen3-8b on fireworks 1000 requests/day growing 10% a month for a year | Qwen3 8B, LoRA on Fireworks"
                        + " AI: $69,121 over 12 months - $0.75 to train, then $5,760 a month while it is deployed",
                // The first 50 of 360 days have 1,040 a day: 7.50 + 50 x 1040 x (500 x 0.80 + 200 x 3.20) / 1M
                "tco gpt-4.1-mini on openai 1000 requests/day growing 10% a month for a year | GPT-4.1 mini on OpenAI: $61.58"
                        + " over 50 days, until it shuts down on 2027-01-14 - $7.50 to train, then $32.45 a month on"
                        + " average; closed to new customers, ends 2027-01-14"
            })
    void growingTrafficCostsWhatItsMeanCosts(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void growingTrafficIsSaidWithItsMean() {
        assertThat(Worded.notes(
                        Worded.today("tco qwen3-8b 1000 requests/day growing 10% a month for a year"),
                        Block.Tone.BASIS))
                .anyMatch(line ->
                        line.startsWith("1,782 requests/day on average: 1,000 growing 10% a month · 12 months"));
        assertThat(Worded.facts(Worded.today("tco qwen3-8b 1000 requests/day growing 10% a month for a year details")))
                .contains("Requests: 1,000/day growing 10% a month are 641,529 in 360 days, 1,782 a day on average");
        assertThat(Worded.notes(
                        Worded.today("break even gpt-4.1-mini 1000 requests/day growing 10% a month"),
                        Block.Tone.WARNING))
                .contains("Not used: growing 10% a month (every day is priced alike)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 8.00 x 300 h
                "hosting only 10 hours a day tuned llama 8b on fireworks | $2,400 a month for 300 hours",
                "endpoint for a tuned llama 8b on fireworks, only 9 to 5, cost per month | $1,920 a month for 240 hours",
                // 1.70 x 100 h, and the tokens
                "gpt-4.1 on azure, endpoint 100 hours a month | $177.80 a month for 100 hours",
                "dedicated llama 8b on fireworks off at night | $2,880-$3,840 a month for 360-480 hours"
            })
    void anEndpointIsPaidForTheHoursInWhichItIsUp(String question, String running) {
        assertThat(Worded.today(question).title()).contains(", then " + running + " - ");
    }

    @Test
    void hoursChangeNothingAtASellerOfTokens() {
        assertThat(Worded.notes(
                        Worded.today("host a tuned qwen3-8b on thinking machines 8 hours a day"), Block.Tone.WARNING))
                .contains(
                        "Not used: 240 endpoint hours a month (Thinking Machines bills by the token, whatever the hours)");
    }

    @Test
    void oneDayOfTrafficIsNoHalfYear() {
        // 0.66 + 20,000 x (500 x 0.195 + 200 x 0.60) / 1M
        assertThat(Worded.today("20000 requests in one day, what do they cost on tuned qwen3-8b")
                        .title())
                .isEqualTo("Qwen3 8B, LoRA on Thinking Machines: $5.01 over 1 day - $0.66 to train, $4.35 to run");
    }

    /** An hour on Fireworks AI costs $8.00, one of Azure's deployment $1.70. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "36 hours of hosting for a tuned llama 8b on fireworks | Llama 3.1 8B, LoRA on Fireworks AI: $288.75 over 36"
                        + " hours - $0.75 to train, $288.00 to run",
                "only need the endpoint for an afternoon (4 hours), tuned llama 8b on fireworks | Llama 3.1 8B, LoRA on"
                        + " Fireworks AI: $32.75 over 4 hours - $0.75 to train, $32.00 to run",
                "90 minutes of hosting for a tuned llama 8b on fireworks | Llama 3.1 8B, LoRA on Fireworks AI: $12.75 over"
                        + " 1.5 hours - $0.75 to train, $12.00 to run",
                "48h of endpoint time for a tuned llama 8b on fireworks | Llama 3.1 8B, LoRA on Fireworks AI: $384.75 over 2"
                        + " days - $0.75 to train, $384.00 to run",
                // 7.50 + 36 x 1.70 + 15.60 x 36 / 720
                "tco gpt-4.1-mini on azure 1000 requests/day 36 hours of hosting | GPT-4.1 mini on Azure OpenAI (global):"
                        + " $69.48 over 36 hours - $7.50 to train, $61.98 to run"
            })
    void hoursOfHostingAreNoMonths(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void hoursAreThoseOfRentedGpusToo() {
        // 36 of 720 hours of $197.28-$532.80
        assertThat(Worded.today("36 hours of hosting for a tuned llama 8b").title())
                .isEqualTo("Llama 3.1 8B on rented GPUs (RTX 4090): $0.12-$0.78 to train, $9.86-$26.64 over 36 hours");
        assertThat(Worded.facts(
                        Worded.today("tco gpt-4.1-mini on azure 1000 requests/day 36 hours of hosting details")))
                .contains(
                        "Hosting: $61.20 over 36 hours",
                        "Hosting: 36 hours × $1,224.00 / 720 hours = $61.20",
                        "$7.50 + $0.78 + $61.20 = $69.48");
    }

    @Test
    void namesEachPartOfRunningIt() {
        assertThat(Worded.facts(Worded.byGuide("tco gpt-4o"))).containsExactly("Inference: $14.63 a month");
        assertThat(Worded.facts(Worded.byGuide("tco gpt-4o details")))
                .startsWith(
                        "Training: $37.50",
                        "Billed: 1,500,000 tokens",
                        "Inference: $14.63 a month",
                        "Total: $125.25 over 6 months");
        assertThat(Worded.facts(Worded.byGuide("tco gpt-4o-mini"))).isEmpty();
        assertThat(Worded.facts(Worded.byGuide("tco gpt-4o-mini details"))).contains("Inference: no price is known");
    }

    @Test
    void hostingIsPaidByTheMonth() {
        // A month has 30 days: 720 hours at $1.70.
        assertThat(Worded.facts(Worded.today("tco gpt-4.1-mini on azure")))
                .anyMatch(fact -> fact.matches("Hosting: \\$1,2(24|41) a month"));
    }

    @Test
    void showsTheArithmeticOfAMonthAndOfTheWholeTime() {
        Reply reply = Worded.byGuide("tco gpt-4o details");
        assertThat(Worded.paragraphs(reply)).contains("A month of running it", "Over 6 months");
        assertThat(Worded.facts(reply))
                .contains(
                        "Input: 100 requests/day × 30 days × 500 input tokens = 1,500,000 tokens × $3.75 / 1M tokens"
                                + " = $5.625",
                        "Output: 100 requests/day × 30 days × 200 output tokens = 600,000 tokens × $15.00 / 1M tokens"
                                + " = $9.00",
                        "$37.50 + $87.75 = $125.25");
    }

    @Test
    void drawsTheCostFromTheTrainingOnMonthByMonth() {
        ChartSpec chart = Worded.blocks(Worded.byGuide("tco gpt-4o 2 months"), Block.Chart.class)
                .findFirst()
                .orElseThrow()
                .spec();
        assertThat(chart.inWords())
                .startsWith("Cumulative cost: 1,000 examples · ")
                .endsWith(" · 2 months. GPT-4o on OpenAI: start $37.50, month 1 $52.13, month 2 $66.75.");
    }

    @Test
    void rentedGpusLeadWhereTheDearestCostLessThanTheCheapestSeller() {
        Reply reply = Worded.today("tco llama 8b 1000 requests/day");
        assertThat(reply.title())
                .isEqualTo("Llama 3.1 8B on rented GPUs (RTX 4090): $0.12-$0.78 to train, $197.28-$532.80 a month");
        assertThat(Worded.rows(reply))
                .containsExactly(
                        "your own or rented GPUs | $0.12-$0.78 | $197.28-$532.80", "Fireworks AI | $0.75 | $5,760");
        Reply bySeller = Worded.today("tco qwen3 8b 1000 requests/day");
        assertThat(bySeller.title()).doesNotContain("rented");
        assertThat(Worded.notes(bySeller, Block.Tone.BASIS)).noneMatch(other -> other.startsWith("On rented GPUs"));
    }

    /** 6 x $1,363-$10,886 and one training. */
    @Test
    void thePeriodThatWasSaidIsOneNumberOnRentedGpusToo() {
        assertThat(Worded.today("fine-tuning plus 6 months of operation, Llama 3.3 70B, 8,000 requests per day")
                        .title())
                .isEqualTo(
                        "Llama 3.3 70B on rented GPUs (A100 80 GB): $8,179-$65,341 over 6 months ($1.00-$22.63 to train,"
                                + " $1,363-$10,886 a month)");
    }

    @Test
    void trainingsOverThePeriodAreSummedWhereTheSellerDoesNotRunTheModel() {
        assertThat(Worded.today(
                                "tco llama-3.3-70b on together 3000 examples 400 tokens per example 3 epochs 12 months retrain every 14 days")
                        .title())
                .isEqualTo(
                        "Llama 3.3 70B, LoRA on Together AI: $271.44 to train over 12 months (26 trainings at $10.44), but"
                                + " Together AI does not run it");
    }

    /** 3,024,000 x 2,052 tokens a day are 71,820 a second; by the token 90.72M x (1,840 x $0.18 + 212 x $0.45) / 1M. */
    @Test
    void aFeeOfADeploymentThatIsFarTooSmallDoesNotLead() {
        Reply reply = Worded.today("tco gpt-oss-20b 3024000 requests/day 1840 input tokens 212 output tokens");
        assertThat(reply.title())
                .startsWith("gpt-oss 20B, LoRA on Thinking Machines: $0.59 to train, then $38,701 a month");
        assertThat(Worded.notes(reply, Block.Tone.NOTE))
                .contains("Far too much traffic for the smallest deployment that this fee is for: gpt-oss 20B, LoRA on"
                        + " Together AI ($3,953 a month)");
        assertThat(Worded.notes(
                        Worded.today("tco llama 8b 3000000 requests/day 1840 input tokens 212 output tokens"),
                        Block.Tone.BASIS))
                .contains("For so much traffic: Qwen3 8B, LoRA on Thinking Machines: $0.66 to train, then"
                        + " $43,740 a month");
        assertThat(Worded.today("tco gpt-oss-20b 400000 requests/day").title()).contains("Thinking Machines");
    }

    @Test
    void countsTheTrainingsOfARetrainedModel() {
        assertThat(Worded.today("tco gpt-oss 20b 2000 examples 12 months retrain every 30 days")
                        .title())
                .isEqualTo("gpt-oss 20B, LoRA on Thinking Machines: $21.92 over 12 months - 13 trainings at $1.19,"
                        + " then $0.54 a month");
    }
}
