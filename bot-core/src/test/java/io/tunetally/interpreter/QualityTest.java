package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints a table of the reading quality of the development corpora, and fails below 99 %. */
class QualityTest {
    private static final double BAR = 99.0;

    @Test
    void readsTheCorporaAsLabelled() {
        List<Quality> all = new ArrayList<>();
        for (String name : List.of("positive.tsv", "written.tsv", "negative.tsv", "migrate.tsv", "judged.tsv")) {
            Quality quality = new Quality(name.substring(0, name.indexOf('.')));
            for (Corpus.Line line : Corpus.load(name).lines()) {
                quality.add(line.text(), line.label(), line.read());
            }
            all.add(quality);
        }
        all.add(Dialogues.quality());
        print(all);
        for (Quality quality : all) {
            assertThat(quality.exactPercent()).as(quality.row()).isGreaterThanOrEqualTo(BAR);
            assertThat(quality.precisionPercent()).as(quality.row()).isGreaterThanOrEqualTo(BAR);
            assertThat(quality.recallPercent()).as(quality.row()).isGreaterThanOrEqualTo(BAR);
            assertThat(quality.falseRequests()).as(quality.row()).isZero();
            assertThat(quality.silentPercent()).as(quality.row()).isLessThanOrEqualTo(0.5);
        }
    }

    private static void print(List<Quality> all) {
        StringBuilder table = new StringBuilder(Quality.head()).append('\n');
        for (Quality quality : all) {
            table.append(quality.row()).append('\n').append(quality.slotRows());
        }
        for (Quality quality : all) {
            quality.faults().stream()
                    .limit(20)
                    .forEach(fault -> table.append(fault).append('\n'));
        }
        System.out.println(table);
    }
}
