package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PhoneTableTest {
    @Test
    void alignsATableThatIsNarrow() {
        assertThat(PhoneTable.of(new Block.Table(
                                List.of(Block.Column.text("GPU"), Block.Column.number("$/h")),
                                List.of(List.of("H100", "2.10"), List.of("A100", "11.40"))))
                        .text())
                .isEqualTo("""
                        GPU     $/h
                        H100   2.10
                        A100  11.40""");
    }

    @Test
    void cellsThatExplainThemselvesHaveNoHeaderBesideEachOtherOrStacked() {
        Block.Table narrow =
                new Block.Table(List.of(Block.Column.text("GPU")), List.of(List.of("H100"), List.of("A100")), false);
        Block.Table wide = new Block.Table(
                List.of(Block.Column.text("Provider"), Block.Column.number("Training"), Block.Column.number("Price")),
                List.of(List.of("your own or rented GPUs", "$2.16-$42.39", "$0.631-$5.04/h")),
                false);

        Block.Table titled = new Block.Table(
                List.of(Block.Column.text("Model"), Block.Column.number("Training"), Block.Column.number("Price")),
                List.of(List.of("Qwen3.5 397B-A17B on Fireworks AI, LoRA", "$5", "$9")),
                false);

        assertThat(PhoneTable.of(titled).text()).isEqualTo("Qwen3.5 397B-A17B on Fireworks AI, LoRA\n  $5  $9");
        assertThat(PhoneTable.of(narrow).text()).isEqualTo("H100\nA100");
        assertThat(PhoneTable.of(wide).text()).isEqualTo("your own or rented GPUs\n  $2.16-$42.39  $0.631-$5.04/h");
    }

    @Test
    void aTableWithoutRowsIsItsHeader() {
        PhoneTable none = PhoneTable.of(new Block.Table(List.of(Block.Column.text("GPU")), List.of()));

        assertThat(none.text()).isEqualTo("GPU");
        assertThat(none.rows()).isEmpty();
    }

    @Test
    void saysOnceWhatEachRowSaysAlike() {
        assertThat(PhoneTable.of(new Block.Table(
                                List.of(
                                        Block.Column.text("Model"),
                                        Block.Column.text("Provider"),
                                        Block.Column.text("Prices"),
                                        Block.Column.number("Training")),
                                List.of(
                                        List.of("Llama 3.1 8B", "Ori", "published", "$0.69"),
                                        List.of("Llama 3.1 8B", "Fireworks AI", "published", "$0.75"))))
                        .text())
                .isEqualTo("""
                        All: Llama 3.1 8B · published
                        Provider      Training
                        Ori              $0.69
                        Fireworks AI     $0.75""");
    }

    @Test
    void aRowThatIsTooWideHasItsNameOnOneLineAndTheRestAlignedOnTheNext() {
        assertThat(PhoneTable.of(new Block.Table(
                                List.of(
                                        Block.Column.text("Model"),
                                        Block.Column.text("Provider"),
                                        Block.Column.number("Training"),
                                        Block.Column.number("$/1M")),
                                List.of(
                                        List.of("Nemotron 3 Nano 30B-A3B", "Thinking Machines", "$0.66", "$0.44"),
                                        List.of("Qwen3.5 9B", "Together AI", "$0.72-$4.00", "$0.48"))))
                        .text())
                .isEqualTo("""
                        Model
                          Provider              Training   $/1M
                        ----------------------------------------
                        Nemotron 3 Nano 30B-A3B
                          Thinking Machines        $0.66  $0.44
                        Qwen3.5 9B
                          Together AI        $0.72-$4.00  $0.48""");
    }

    @Test
    void asManyTextsAsFitStandOnTheFirstLine() {
        assertThat(PhoneTable.of(new Block.Table(
                                List.of(
                                        Block.Column.text("Model"),
                                        Block.Column.text("Provider"),
                                        Block.Column.text("Methods"),
                                        Block.Column.number("$/1M")),
                                List.of(
                                        List.of("Mistral 7B", "Fireworks AI", "full, LoRA", "by the hour"),
                                        List.of("GPT-4.1 mini", "Azure OpenAI (global)", "full", "$5.00"))))
                        .text())
                .isEqualTo("""
                        Model · Provider
                          Methods            $/1M
                        ----------------------------------------
                        Mistral 7B · Fireworks AI
                          full, LoRA  by the hour
                        GPT-4.1 mini · Azure OpenAI (global)
                          full              $5.00""");
    }

    /** The last that fits, so that a long one can stay beside the name. */
    @Test
    void aTextFromBetweenOthersMovesToTheSecondLineWhereThatIsEnough() {
        assertThat(PhoneTable.of(new Block.Table(
                                List.of(
                                        Block.Column.text("Model"),
                                        Block.Column.text("Method"),
                                        Block.Column.text("Provider"),
                                        Block.Column.number("Training"),
                                        Block.Column.number("Total")),
                                List.of(
                                        List.of("GPT-4.1 mini", "full", "Azure OpenAI (global)", "$7.50", "$7,445.10"),
                                        List.of("Llama 3.1 8B", "LoRA", "Fireworks AI", "$0.75", "$34,560.75"))))
                        .text())
                .isEqualTo("""
                        Model · Provider
                          Method  Training       Total
                        ----------------------------------------
                        GPT-4.1 mini · Azure OpenAI (global)
                          full       $7.50   $7,445.10
                        Llama 3.1 8B · Fireworks AI
                          LoRA       $0.75  $34,560.75""");
    }

    @Test
    void textsFlowWhereTwoLinesAreTooFew() {
        PhoneTable table = PhoneTable.of(new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.text("Provider"),
                        Block.Column.number("Training"),
                        Block.Column.number("$/1M")),
                List.of(
                        List.of("Llama 3.3 70B Instruct Turbo", "Together AI", "$2.25-$3.00", "$1.50-$2.00"),
                        List.of("GPT-4o", "Azure OpenAI (regional)", "$37.50", "$25.00"))));

        assertThat(table.header()).isEqualTo("""
                Model · Provider
                     Training         $/1M
                ----------------------------------------""");
        assertThat(table.rows()).containsExactly("""
                        Llama 3.3 70B Instruct Turbo ·
                        Together AI
                          $2.25-$3.00  $1.50-$2.00""", """
                        GPT-4o · Azure OpenAI (regional)
                               $37.50       $25.00""");
    }

    @Test
    void namesNumbersThatDoNotFitBesideEachOther() {
        List<Block.Column> columns = IntStream.range(0, 6)
                .mapToObj(n -> Block.Column.number("Column " + n))
                .toList();

        PhoneTable table = PhoneTable.of(new Block.Table(columns, List.of(List.of("$1", "$2", "$3", "$4", "", "$6"))));

        assertThat(table.text())
                .contains("  Column 0 $1 · Column 1 $2 ·\n  Column 2 $3 · Column 3 $4 ·\n  Column 5 $6");
        assertThat(table.text().lines()).allMatch(line -> line.length() <= PhoneTable.COLUMNS);
    }
}
