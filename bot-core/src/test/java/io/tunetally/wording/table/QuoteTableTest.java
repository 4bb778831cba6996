package io.tunetally.wording.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.wording.Worded;
import io.tunetally.wording.part.OutcomeQuotes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuoteTableTest {
    @Test
    void theEditionStandsBesideThePriceWhereItIsNotTheSame() {
        String question = "compare gemini 2.0 flash and llama 8b";
        assertThat(QuoteTable.inFull(Inquiries.today(question), today(question)).columns())
                .extracting(Block.Column::title)
                .containsExactly("Model", "Provider", "Method", "Training", "Per 1M", "Prices", "Start");
    }

    @Test
    void comparedAMonthAtTheUsualTrafficStandsBesideTraining() {
        Block.Table table = compared("compare qwen3 8b, llama 70b and gpt-4.1 mini");
        assertThat(table.columns())
                .extracting(Block.Column::title)
                .containsExactly("Model", "Method", "Training", "A month", "Provider");
        assertThat(table.rows()).extracting(row -> row.get(3)).contains("$0.65", "not offered", "$1,226");
    }

    @Test
    void comparedWhatAllRowsHaveInCommonHasNoColumn() {
        assertThat(compared("compare qwen3 8b and gpt-oss 20b on tinker").columns())
                .extracting(Block.Column::title)
                .containsExactly("Model", "Training", "A month");
    }

    private static Block.Table compared(String question) {
        CompareOutcome outcome = (CompareOutcome) Worded.outcomeToday(question);
        return QuoteTable.compared(UsualMonth.of(outcome, outcome.quotes()).orElseThrow(), outcome.quotes());
    }

    @Test
    void withoutRunningAPriceStandsBesideTraining() {
        Block.Table table = inFull("compare gpt-4o and llama 70b");
        assertThat(table.columns())
                .extracting(Block.Column::title)
                .containsExactly("Model", "Provider", "Method", "Training", "Per 1M", "Start");
        assertThat(table.rows().getFirst())
                .containsExactly("Llama 3.3 70B", "Together AI", "LoRA", "$2.25-$3.00", "$1.50-$2.00", "open");
    }

    @Test
    void withRunningAMonthAndTheTotalStandBesideTraining() {
        Block.Table table = inFull("tco gpt-4o vs gpt-4o mini");
        assertThat(table.columns())
                .extracting(Block.Column::title)
                .containsExactly("Model", "Provider", "Method", "Training", "A month", "Total", "Start");
        assertThat(table.rows())
                .containsExactly(
                        List.of("GPT-4o", "OpenAI", "full", "$37.50", "$14.63", "$125.25", "open"),
                        List.of("GPT-4o mini", "OpenAI", "full", "$4.50", "unknown", "unknown", "open"));
    }

    @Test
    void aTotalThatIsCutSaysForHowLongItStands() {
        // 37.50 + 14.625 x 50/30
        String question = "tco gpt-4o on openai guide prices";
        assertThat(QuoteTable.inFull(Inquiries.today(question), today(question))
                        .rows()
                        .getFirst())
                .endsWith("$61.88 in 50 days", "closed");
        assertThat(QuoteTable.inSight(today(question)).columns())
                .as("totals of different periods")
                .extracting(Block.Column::title)
                .doesNotContain("Total");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare gpt-4o and llama 70b | Model, Method, Provider, Training, Price",
                "compare gpt-4o and gpt-4o mini | Model, Training, Price",
                "cost llama 70b | Method, Training, Price",
                "cost gpt-4o | Provider, Training, Price",
                "tco gpt-4o vs llama 70b full | Model, Provider, Training, A month, Total"
            })
    void inSightOnlyWhatVariesHasAColumn(String question, String titles) {
        assertThat(QuoteTable.inSight(guide(question)).columns())
                .extracting(Block.Column::title)
                .containsExactly(titles.split(", ", -1));
    }

    @Test
    void aPriceByTheHourSaysSo() {
        assertThat(QuoteTable.inSight(today("cost o4-mini rft 4 training hours on openai"))
                        .rows()
                        .getFirst())
                .contains("$100.00/h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare gpt-4o and llama 70b full | Llama 3.3 70B, GPT-4o",
                "lora vs full llama 70b | LoRA, full",
                "compare gpt-4o and llama 70b | Llama 3.3 70B LoRA, Llama 3.3 70B full, GPT-4o full"
            })
    void aBarIsNamedByItsDistinction(String question, String names) {
        ChartSpec.Bars bars = (ChartSpec.Bars) chart(question).orElseThrow().spec();
        assertThat(bars.bars()).extracting(ChartSpec.Bar::name).containsExactly(names.split(", ", -1));
    }

    @Test
    void whatIsNotPricedInFullHasNoBarAndOneBarIsNone() {
        assertThat(chart("tco gpt-4o vs gpt-4o mini")).isEmpty();
        assertThat(chart("tco gpt-4o vs gpt-4o mini vs llama 8b full"))
                .hasValueSatisfying(chart ->
                        assertThat(((ChartSpec.Bars) chart.spec()).bars()).hasSize(2));
    }

    private static Optional<Block.Chart> chart(String question) {
        return QuoteTable.chart("Cost", Inquiries.byGuide(question), guide(question));
    }

    private static Block.Table inFull(String question) {
        return QuoteTable.inFull(Inquiries.byGuide(question), guide(question));
    }

    private static List<Quote> guide(String question) {
        return OutcomeQuotes.of(Worded.outcomeByGuide(question));
    }

    private static List<Quote> today(String question) {
        return OutcomeQuotes.of(Worded.outcomeToday(question));
    }
}
