package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.engine.Quote;
import io.tunetally.engine.TestPrices;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.wording.Worded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuoteTableTest {
    @Test
    void withoutRunningAPriceAndItsEditionStandBesideTraining() {
        Block.Table table = QuoteTable.of(guide("compare gpt-4o and llama 70b"));
        assertThat(table.columns())
                .extracting(Block.Column::title)
                .containsExactly("Model", "Provider", "Method", "Training", "$/1M", "Prices");
        assertThat(table.rows().getFirst())
                .containsExactly("Llama 3.3 70B", "Together AI", "LoRA", "$2.25-$3.00", "$1.50-$2.00", "guide");
    }

    @Test
    void withRunningAMonthAndTheTotalStandBesideTraining() {
        Block.Table table = QuoteTable.of(guide("tco gpt-4o vs gpt-4o mini"));
        assertThat(table.columns())
                .extracting(Block.Column::title)
                .containsExactly("Model", "Provider", "Method", "Training", "A month", "Total");
        assertThat(table.rows())
                .containsExactly(
                        List.of("GPT-4o", "OpenAI", "full", "$37.50", "$14.63", "$125.25"),
                        List.of("GPT-4o mini", "OpenAI", "full", "$4.50", "no price", "no price"));
    }

    @Test
    void aTotalThatIsCutSaysForHowLongItStands() {
        // 37.50 + 14.625 x 50/30
        assertThat(QuoteTable.of(today("tco gpt-4o on openai guide prices"))
                        .rows()
                        .getFirst())
                .endsWith("$61.88 in 50 days");
    }

    @Test
    void aPriceByTheHourSaysSo() {
        assertThat(QuoteTable.of(today("cost o4-mini rft 4 training hours on openai"))
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
        ChartSpec.Bars bars = (ChartSpec.Bars) QuoteTable.chart("Cost", TestPrices.TODAY, guide(question))
                .orElseThrow()
                .spec();
        assertThat(bars.bars()).extracting(ChartSpec.Bar::name).containsExactly(names.split(", ", -1));
    }

    @Test
    void whatIsNotPricedInFullHasNoBarAndOneBarIsNone() {
        assertThat(QuoteTable.chart("Cost", TestPrices.TODAY, guide("tco gpt-4o vs gpt-4o mini")))
                .isEmpty();
        assertThat(QuoteTable.chart("Cost", TestPrices.TODAY, guide("tco gpt-4o vs gpt-4o mini vs llama 8b full")))
                .hasValueSatisfying(chart ->
                        assertThat(((ChartSpec.Bars) chart.spec()).bars()).hasSize(2));
    }

    private static List<Quote> guide(String question) {
        return OutcomeQuotes.of(Worded.outcomeByGuide(question));
    }

    private static List<Quote> today(String question) {
        return OutcomeQuotes.of(Worded.outcomeToday(question));
    }
}
