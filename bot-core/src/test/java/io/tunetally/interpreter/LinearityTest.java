package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reading time is linear in the length of any text, so that no message can block the bot. Compares the best processor
 * time of this thread, so that other load on the machine does not matter.
 */
class LinearityTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FEWEST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 50;

    /** The maximum ratio of times for twice the text; quadratic time would give four. */
    private static final double MOST = 2.6;

    private static final long SHORTEST_NANOS = 500_000;

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

    static Stream<String> hostilePiecesOfOtherLanguages() {
        return Stream.of(
                "de 2.500 Beispiele ",
                "de zwei",
                "de zweitausend",
                "de ein ",
                "de 1.111.",
                "de 1,5,",
                "de 2 bis ",
                "de von 2 auf ",
                "de Trainingsbeispiel",
                "fr un million d'",
                "fr l'",
                "fr qu'est-ce que ",
                "es mil ",
                "es por 2 ",
                "pt R$ ",
                "pt R$ 1,5 ",
                "ja 一",
                "ja 2万5千",
                "ja 1サンプルあたり",
                "ja aの",
                "ja 2~",
                "zh 两万条",
                "zh 每条500个token");
    }

    @ParameterizedTest
    @MethodSource("hostilePieces")
    void takesTwiceAsLongForTwiceTheText(String piece) {
        checkLinear(piece, LinearityTest::read);
    }

    @ParameterizedTest
    @MethodSource("hostilePiecesOfOtherLanguages")
    void translatesTwiceTheTextInTwiceTheTime(String languageAndPiece) {
        String language = languageAndPiece.substring(0, 2);
        checkLinear(languageAndPiece.substring(3), text -> BuiltIn.translateWhole(language, text));
    }

    private static void checkLinear(String piece, Consumer<String> reading) {
        int small = 8_000;
        String once = piece.repeat(small / piece.length());
        String twice = piece.repeat(2 * small / piece.length());
        reading.accept(once);
        reading.accept(twice);
        long first = Long.MAX_VALUE;
        long second = Long.MAX_VALUE;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            first = Math.min(first, cpuNanos(once, reading));
            second = Math.min(second, cpuNanos(twice, reading));
            // Other load only lengthens a time, so one short second time suffices; a first time may be too long by
            // chance.
            boolean sure = round >= FEWEST_ROUNDS || second < MOST * SHORTEST_NANOS;
            if (sure && ratio(first, second) < MOST) {
                return;
            }
        }
        assertThat(ratio(first, second)).as("\"%s\"", piece).isLessThan(MOST);
    }

    private static double ratio(long first, long second) {
        return (double) second / Math.max(first, SHORTEST_NANOS);
    }

    private static long cpuNanos(String text, Consumer<String> reading) {
        long start = THREADS.getCurrentThreadCpuTime();
        reading.accept(text);
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    // Exceeds the product's limit, so that the stages themselves are measured.
    private static void read(String text) {
        BuiltIn.readWhole(text);
    }
}
