package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreakEvenWordingTest {
    private static final String SHORTER =
            "break even gpt-4o-mini 2000 token prompt vs 100 token prompt, 200 in 300 out, 100 requests/day";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "break even gpt-4o-mini 2000 token prompt vs 100 token prompt, 200 in 300 out, 100 requests/day"
                        + " | GPT-4o mini, full on OpenAI: pays back after 75,000 requests (25 months at this traffic)",
                "break even gpt-4o-mini"
                        + " | GPT-4o mini, full on OpenAI: pays back within 6 months if tuning saves 2,967 prompt tokens a request",
                "break even gpt-4o-mini 2000 token prompt"
                        + " | GPT-4o mini, full on OpenAI: never pays back, a tuned request costs no less than an untuned one"
            })
    void leadsWithTheVerdict(String question, String title) {
        assertThat(Worded.earlier(question).title()).isEqualTo(title);
    }

    @Test
    void hostingMayCostMoreThanRequestsSave() {
        // 1,900 prompt tokens at $0.40 are $0.00076 a request, hosting is 720 hours at $1.70.
        assertThat(Worded.earlier("break even gpt-4.1-mini on azure 2000 token prompt vs 100 token prompt")
                        .title())
                .isEqualTo("GPT-4.1 mini, full on Azure OpenAI (global): never pays back below 53,685 requests a day,"
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
        Reply reply = Worded.earlier(SHORTER);
        // 3,000 requests a month: $0.00051 untuned, $0.00045 tuned.
        assertThat(Worded.facts(reply)).startsWith("Training: $4.50", "Untuned: $1.53 a month", "Tuned: $1.35 a month");
        assertThat(Worded.paragraphs(reply))
                .contains("Break-even: $4.50 / ($1.53 - $1.35) a month × 3,000 requests a month = 75,000 requests");
    }

    @Test
    void marksInTheChartWhereItPaysBack() {
        ChartSpec.Lines chart = (ChartSpec.Lines) Worded.blocks(Worded.earlier(SHORTER), Block.Chart.class)
                .findFirst()
                .orElseThrow()
                .spec();
        assertThat(chart.crossing()).isNotNull();
        assertThat(chart.inWords()).contains("pays back after 25 months");
        assertThat(chart.lines())
                .extracting(ChartSpec.Line::name)
                .containsExactly("untuned GPT-4o mini", "tuned GPT-4o mini, with training");
    }

    @Test
    void warnsWhereTheModelShutsDownBefore() {
        // 2025-06-01 to 2027-01-14 are 592 days, 25 months are 750.
        assertThat(Worded.notes(Worded.earlier(SHORTER), Block.Tone.WARNING))
                .contains("It shuts down before that: on 2027-01-14, in 592 days.");
        assertThat(Worded.notes(
                        Worded.earlier(SHORTER.replace("100 requests/day", "1000 requests/day")), Block.Tone.WARNING))
                .noneMatch(warning -> warning.contains("before that"));
    }

    @Test
    void warnsWhereTheModelMayShutDownBefore() {
        // 25 months at 100 requests a day, 25 days at 3,000.
        assertThat(Worded.notes(
                        Worded.earlier(SHORTER.replace("100 requests/day", "100-3000 requests/day")),
                        Block.Tone.WARNING))
                .contains("It may shut down before that: on 2027-01-14, in 592 days.");
    }

    @Test
    void aModelWithoutAPriceToRunItIsLeftOut() {
        assertThat(Worded.notes(
                        Worded.earlier("break even gpt-4o, gpt-4o mini and gemini 1.5 flash"), Block.Tone.WARNING))
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("Left out: no edition has a price for ")
                        .contains("Gemini 1.5 Flash"));
        assertThat(Worded.notes(Worded.earlier("break even gpt-4o and gpt-4o mini, gpt-4.1 mini"), Block.Tone.WARNING))
                .noneMatch(warning -> warning.startsWith("Left out"));
    }

    @Test
    void saysWhichPriceIsMissing() {
        assertThat(Worded.byGuide("break even gpt-4o-mini").title())
                .isEqualTo("No break-even: no edition has a price for inference of GPT-4o mini, full on OpenAI");
        assertThat(Worded.byGuide("break even gpt-4o").title())
                .isEqualTo("No break-even: no edition has a price for the untuned GPT-4o on OpenAI");
    }

    @Test
    void aModelThatCannotBeTrainedIsLeftOutWithTheReason() {
        assertThat(Worded.notes(Worded.earlier("break even gpt-4o, gpt-4o mini and nova pro"), Block.Tone.WARNING))
                .anySatisfy(
                        warning -> assertThat(warning).startsWith("No price for Amazon Nova Pro, so it is left out. "));
    }

    @Test
    void severalModelsStandInATable() {
        assertThat(Worded.rows(Worded.earlier("break even gpt-4o, gpt-4o mini and gpt-4.1 mini")))
                .hasSize(3)
                .allMatch(row -> row.endsWith("never"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1 | 0.1 | 3 days",
                "0.02 | 0.02 | 1 day",
                "0.5 | 0.9 | 15-27 days",
                "1 | 1 | 1 month",
                "2.04 | 2.04 | 2 months",
                "2.05 | 2.05 | 2.1 months",
                "2 | 3.5 | 2-3.5 months",
                "0.5 | 3 | 15 days to 3 months",
                "3 | | 3 months or never"
            })
    void writesTimeInDaysBelowAMonth(BigDecimal low, BigDecimal high, String written) {
        assertThat(BreakEvenWording.time(new BreakEven.Ends(low, high))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "75000 | 75000 | 0 | 75,000",
                "1000 | 2000 | 0 | 1,000-2,000",
                "1000 | | 0 | 1,000 or never",
                "1.04 | 1.02 | 1 | 1",
                "1.25 | 1.25 | 1 | 1.3"
            })
    void writesBothEndsOnceWhereTheyReadTheSame(BigDecimal low, BigDecimal high, int decimals, String written) {
        assertThat(BreakEvenWording.ends(new BreakEven.Ends(low, high), decimals))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 request",
        "2, 2 requests",
        "1-2, 1-2 requests",
        "1 or never, 1 request or never",
        "5 or never, 5 requests or never"
    })
    void saysOneInTheSingular(String count, String written) {
        assertThat(BreakEvenWording.counted(count, "request")).isEqualTo(written);
    }
}
