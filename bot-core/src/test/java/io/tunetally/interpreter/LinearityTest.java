package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading takes time in proportion to the text, whatever is in it: nobody can hold the bot up with a message. */
class LinearityTest {
    private static final int ROUNDS = 7;

    static Stream<String> hostilePieces() {
        return List.of(
                " ",
                "1",
                "a",
                "-",
                "~a ",
                "> ",
                "[a](",
                "<@",
                "1-",
                "gpt-4o ",
                "gpt-",
                "llama 8b or ",
                "exmaples ",
                "1k examples ",
                "half a ",
                ":a",
                "\u0301",
                "e1",
                "not ")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("hostilePieces")
    void takesTwiceAsLongForTwiceTheText(String piece) {
        int small = 16_000;
        String once = piece.repeat(small / piece.length());
        String twice = piece.repeat(2 * small / piece.length());
        read(once);
        read(twice);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long first = time(once);
            long second = time(twice);
            best = Math.min(best, (double) second / Math.max(first, 1_000_000));
        }
        assertThat(best).as("\"%s\"", piece).isLessThan(2.6);
    }

    private static long time(String text) {
        long start = System.nanoTime();
        read(text);
        return System.nanoTime() - start;
    }

    // Beyond the product's limit, so that the stages themselves are measured.
    private static void read(String text) {
        BuiltIn.readWhole(text);
    }
}
