package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreakEvenWordingTest {
    @Test
    void whatIsFarCheaperThanTheTunedModelMayBeDearerThanTheUntunedOne() {
        assertThat(Worded.today("break even gpt-4.1-nano 8000 requests/day").toString())
                .contains("Far cheaper than that, but not than untuned: Qwen3 8B, LoRA on Thinking Machines");
        assertThat(Worded.today("break even gpt-4.1 8000 requests/day").toString())
                .contains("Far cheaper: gpt-oss 120B, LoRA on Thinking Machines");
    }

    /** 25 months to 75,000 requests. */
    private static final String SHORTER =
            "break even gpt-4o-mini 2000 token prompt vs 100 token prompt, 200 in 300 out, 100 requests/day";

    /** 2.5 months. */
    private static final String MORE = SHORTER.replace("100 requests/day", "1000 requests/day");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "break even gpt-4o-mini 2000 token prompt vs 100 token prompt, 200 in 300 out, 1000 requests/day"
                        + " | GPT-4o mini on OpenAI: pays back after 75,000 requests (2.5 months at this traffic)",
                "break even gpt-4o-mini 2000 token prompt vs 100 token prompt, 200 in 300 out, 100 requests/day"
                        + " | GPT-4o mini on OpenAI: does not pay back before it ends on 2027-01-14 (25 months without"
                        + " the end)",
                "break even gpt-4o-mini 2000 token prompt vs 100 token prompt, 200 in 300 out"
                        + " | GPT-4o mini on OpenAI: pays back after 75,000 requests; 127 requests a day are enough before it ends"
                        + " on 2027-01-14",
                "break even gpt-4o-mini"
                        + " | No, untuned is cheaper: GPT-4o mini on OpenAI: $1.17 a month, untuned $0.59; pays back within 6 months only if tuning saves 2,967 prompt tokens a request",
                // 2,500 x 0.15 + 200 x 0.60 = 495, and with 200 prompt tokens 700 x 0.30 + 200 x 1.20 = 450 a million
                // requests.
                "break even gpt-4o-mini 2000 token prompt"
                        + " | GPT-4o mini on OpenAI: pays back after 100,000 requests; 169 requests a day are enough before it ends on"
                        + " 2027-01-14"
            })
    void leadsWithTheVerdict(String question, String title) {
        assertThat(Worded.earlier(question).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is a tuned qwen3 8b cheaper than gpt-4o at 3k requests a day? | Yes: Qwen3 8B",
                "does tuning llama 8b save money? we use gpt-4o with 2k requests a day | No: Llama 3.1 8B",
                "would tuning gpt-4o save money? | No, untuned is cheaper: GPT-4o on OpenAI",
                "would tuning pay off against just prompting gpt-4o? | Yes: gpt-oss 20B"
            })
    void saysYesOrNoToTheQuestionWhetherItSavesMoney(String question, String title) {
        assertThat(Worded.today(question).title()).startsWith(title);
    }

    @Test
    void namesWhatCostsFarLessWhereItDoesNotPayBack() {
        assertThat(Worded.notes(
                        Worded.today("does tuning llama 8b save money? we use gpt-4o with 2k requests a day"),
                        Block.Tone.BASIS))
                .anySatisfy(line -> assertThat(line).startsWith("Far cheaper: Qwen3 8B, LoRA on Thinking Machines"));
    }

    @Test
    void hostingMayCostMoreThanRequestsSave() {
        // 1,900 prompt tokens at $0.40 are $0.00076 a request, hosting is 720 hours at $1.70.
        assertThat(Worded.earlier("break even gpt-4.1-mini on azure 2000 token prompt vs 100 token prompt")
                        .title())
                .isEqualTo("GPT-4.1 mini on Azure OpenAI (global): never pays back below 53,685 requests a day,"
                        + " where hosting costs more than they save");
    }

    @Test
    void warnsOfTheEndOfAnotherModelThatIsUsedAsItIs() {
        assertThat(Worded.notes(
                        Worded.earlier("break even qwen3 8b vs base gpt-4o-mini 1000 requests/day"),
                        Block.Tone.WARNING))
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("OpenAI: from 2027-01-14 base and fine-tuned models are shut down"));
    }

    @Test
    void showsHowTheNumberComesAbout() {
        Reply reply = Worded.earlier(SHORTER + " details");
        // 3,000 requests a month: $0.00051 untuned, $0.00045 tuned.
        assertThat(Worded.facts(reply)).startsWith("Training: $4.50", "Untuned: $1.53 a month", "Tuned: $1.35 a month");
        assertThat(Worded.paragraphs(reply))
                .contains("Break-even: $4.50 / ($1.53 - $1.35) a month × 3,000 requests a month = 75,000 requests");
    }

    @Test
    void marksInTheChartWhereItPaysBack() {
        ChartSpec.Lines chart = chart(MORE);
        assertThat(chart.crossing()).isNotNull();
        assertThat(chart.inWords()).contains("pays back after 2.5 months");
        assertThat(chart.lines())
                .extracting(ChartSpec.Line::name)
                .containsExactly("untuned GPT-4o mini", "tuned GPT-4o mini, with training");
    }

    @Test
    void theChartEndsWithTheModelAndMarksNoBreakEvenBeyond() {
        // 2025-06-01 to 2027-01-14 are 592 days, 25 months are 750.
        ChartSpec.Lines chart = chart(SHORTER);
        assertThat(chart.crossing()).isNull();
        assertThat(chart.ticks().getLast().days()).isEqualTo(180);
        assertThat(Worded.facts(Worded.earlier(SHORTER))).contains("Without end: pays back after 25 months");
    }

    @Test
    void warnsOnlyWhereTheModelMayShutDownBefore() {
        // 25 months at 100 requests a day, 25 days at 3,000.
        assertThat(Worded.notes(
                        Worded.earlier(SHORTER.replace("100 requests/day", "100-3000 requests/day")),
                        Block.Tone.WARNING))
                .containsExactly("It may shut down before that: on 2027-01-14, in 592 days.");
        assertThat(Worded.notes(Worded.earlier(MORE + " details"), Block.Tone.WARNING))
                .noneMatch(warning -> warning.contains("before that"));
    }

    @Test
    void aModelWithoutAPriceToRunItIsLeftOut() {
        assertThat(Worded.notes(
                        Worded.earlier("break even gpt-4o, gpt-4o mini and gemini 1.5 flash, details"),
                        Block.Tone.WARNING))
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("Left out: no price is known for ")
                        .contains("Gemini 1.5 Flash"));
        assertThat(Worded.notes(
                        Worded.earlier("break even gpt-4o and gpt-4o mini, gpt-4.1 mini, details"), Block.Tone.WARNING))
                .noneMatch(warning -> warning.startsWith("Left out"));
    }

    @Test
    void saysWhichPriceIsMissing() {
        assertThat(Worded.byGuide("break even gpt-4o-mini").title())
                .isEqualTo("No break-even: no price is known for inference of GPT-4o mini on OpenAI");
        assertThat(Worded.byGuide("break even gpt-4o").title())
                .isEqualTo("No break-even: no price is known for the untuned GPT-4o on OpenAI");
    }

    @Test
    void aModelThatCannotBeTrainedIsLeftOutWithTheReason() {
        assertThat(Worded.notes(Worded.earlier("break even gpt-4o, gpt-4o mini and nova pro"), Block.Tone.WARNING))
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("No price for Amazon Nova Pro on Amazon Bedrock, so it is left out. "));
    }

    @Test
    void severalModelsStandInATable() {
        assertThat(Worded.rows(Worded.earlier("break even gpt-4o, gpt-4o mini and gpt-4.1 mini")))
                .hasSize(3)
                .allMatch(row -> row.endsWith("never"));
    }

    @Test
    void theDetailsDeriveTheBreakEvenThatAnEndPrevents() {
        assertThat(Worded.paragraphs(Worded.earlier(SHORTER + " details")))
                .contains("Break-even: $4.50 / ($1.53 - $1.35) a month × 3,000 requests a month = 75,000 requests");
    }

    private static ChartSpec.Lines chart(String question) {
        return (ChartSpec.Lines) Worded.blocks(Worded.earlier(question), Block.Chart.class)
                .findFirst()
                .orElseThrow()
                .spec();
    }
}
