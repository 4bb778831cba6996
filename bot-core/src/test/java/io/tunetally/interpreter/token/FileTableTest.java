package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTableTest {
    private static String written(String text) {
        return FileTable.written(Stages.lexicon(), Stages.folded(text)).text();
    }

    @Test
    void writesLinesAndTokensBehindEachOther() {
        assertThat(written("file   lines   tokens\ntrain.jsonl   4,870   2,191,500\nvalid.jsonl   430   193,500\n"))
                .contains("train: 4,870, total tokens: 2,191,500", "val: 430, validation tokens: 193,500");
    }

    @Test
    void readsTheColumnsInEitherOrder() {
        assertThat(written("file | tokens | lines\n---|---|---\ntrain.jsonl | 980,000 | 1,400\n"))
                .contains("total tokens: 980,000, train: 1,400");
    }

    @Test
    void addsSeveralFilesToTrainOn() {
        assertThat(written("file,lines,tokens\nnorth.jsonl,1200,480000\nsouth.jsonl,1800,720000\ntotal,3000,1200000\n"))
                .contains("train: 3000, total tokens: 1200000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file   lines   bytes\ntrain.jsonl   4,870   2,191,500\n",
                "file   lines   tokens\ntrain.jsonl   4,870   450\n",
                "yard   letters   tokens\nnorth   400   19,000\n"
            })
    void leavesOtherTablesAsTheyAre(String text) {
        assertThat(written(text)).isEqualTo(Stages.folded(text).text());
    }
}
