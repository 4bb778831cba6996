package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.bot.Answer;
import io.tunetally.reply.Block;
import io.tunetally.reply.PhoneTable;
import io.tunetally.request.SlotName;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers in sight, as a phone shows their tables. */
final class PhoneWidthTest {
    private static final int LINES_OF_A_ROW = 2;

    static Stream<GoldenQuestion> questions() {
        return GoldenQuestion.all();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aRowHasTwoLinesAndEachFitsOnAPhone(GoldenQuestion question) {
        for (Answer answer : question.answers()) {
            if (!isDetailed(answer)) {
                tables(answer).forEach(table -> {
                    assertThat(table.text().lines())
                            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(PhoneTable.COLUMNS));
                    assertThat(table.rows())
                            .allSatisfy(row -> assertThat(row.lines().count()).isLessThanOrEqualTo(LINES_OF_A_ROW))
                            .doesNotHaveDuplicates();
                });
            }
        }
    }

    private static boolean isDetailed(Answer answer) {
        return answer.answered()
                .map(request -> Boolean.TRUE.equals(request.slots().value(SlotName.EXPLAIN)))
                .orElse(false);
    }

    private static Stream<PhoneTable> tables(Answer answer) {
        return answer.reply().blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(table -> PhoneTable.of((Block.Table) table));
    }
}
