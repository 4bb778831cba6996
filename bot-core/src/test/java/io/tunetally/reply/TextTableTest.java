package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    private static final List<Block.Column> COLUMNS =
            List.of(Block.Column.text("Model"), Block.Column.text("Provider"), Block.Column.number("Training"));

    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        assertThat(table(80, "GPT-4o|OpenAI|$37.50", "Llama 3.1 8B|Together AI|$0.72"))
                .isEqualTo("""
                        Model         Provider     Training
                        GPT-4o        OpenAI         $37.50
                        Llama 3.1 8B  Together AI     $0.72""");
    }

    @Test
    void drawsOneRow() {
        assertThat(table(80, "A|B|$1.00")).isEqualTo("""
                        Model  Provider  Training
                        A      B            $1.00""");
    }

    @Test
    void shortensTextNeverNumbersWhereItIsTooWide() {
        String table = table(40, "Amazon Titan Text Lite|Amazon Bedrock (provisioned)|$12,023.10-$36,076.80");
        assertThat(table).contains("…").contains("$12,023.10-$36,076.80");
        assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(41));
    }

    @Test
    void fitsTheWidthWhereItsTextCanGiveWay() {
        assertThat(table(40, "Amazon Titan Text Lite|Amazon Bedrock|$0.60").lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    }

    @Test
    void cellsThatExplainThemselvesHaveNoHeader() {
        Block.Table table = new Block.Table(
                List.of(Block.Column.text("Provider"), Block.Column.number("Training")),
                List.of(List.of("Ori", "$0.69"), List.of("Together", "$10.72")),
                false);
        assertThat(TextTable.of(table, 40)).isEqualTo("""
                Ori        $0.69
                Together  $10.72""");
    }

    /** Returns rows as lines, with cells between bars. */
    private static String table(int width, String... rows) {
        return TextTable.of(
                new Block.Table(
                        COLUMNS,
                        Stream.of(rows).map(row -> List.of(row.split("\\|"))).toList()),
                width);
    }

    @Test
    void aLastColumnOfTextGoesOnBelowInsteadOfBeingCut() {
        Block.Table table = new Block.Table(
                List.of(Block.Column.text("Provider"), Block.Column.text("Accepts"), Block.Column.text("Why not")),
                List.of(
                        List.of("Together AI", "no", "line 17 has the extra column \"id\", which it does not take (+2 more)"),
                        List.of("OpenAI", "yes", "")));
        assertThat(TextTable.of(table, 50)).isEqualTo("""
                Provider     Accepts  Why not
                Together AI  no       line 17 has the extra column
                                      "id", which it does not take
                                      (+2 more)
                OpenAI       yes""");
    }
}
