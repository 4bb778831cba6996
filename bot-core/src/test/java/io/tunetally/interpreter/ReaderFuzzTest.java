package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.corpus.MutatedText;
import io.tunetally.interpreter.corpus.RandomText;
import io.tunetally.interpreter.corpus.Spans;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Fuzzes the laws for every message with mutated ones: 3,000 in each build, 100,000 in the nightly profile; {@code
 * -Dfuzz=1000000} sets another number.
 */
class ReaderFuzzTest {
    private static final int TRIES = Integer.getInteger("fuzz", 3_000);
    private static final long SEED = Long.getLong("fuzz.seed", 17);

    /** A canonical text is read again from buttons and memory, so it stays far below the length limit of a message. */
    private static final int LONGEST_CANONICAL = 1_500;

    /** The maximum percentage of requests with an unknown model whose name is repaired when typed alone. */
    private static final double MOST_UNSTABLE_NAMES_PERCENT = 1;

    private int requests;
    private int unstableNames;

    @Test
    void readsAnyMessageAndItsCanonicalTextReadsTheSame() {
        Random seeds = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            long seed = seeds.nextLong();
            Random random = new Random(seed);
            MutatedText mutated = new MutatedText(random);
            Request remembered = random.nextBoolean()
                    ? null
                    : BuiltIn.read(mutated.message()).request();
            String text = random.nextInt(8) == 0 ? new RandomText(random).text() : mutated.text();
            check(text, List.of(Markup.values()).get(random.nextInt(3)), remembered);
        }
        assertThat(requests).isGreaterThan(TRIES / 3);
        assertThat(100.0 * unstableNames / requests).isLessThan(MOST_UNSTABLE_NAMES_PERCENT);
    }

    private void check(String text, Markup markup, @Nullable Request remembered) {
        Interpretation read = BuiltIn.INTERPRETER.read(text, markup, true, remembered);
        assertThat(read.problems()).as(text).noneMatch(Problem.TooComplex.class::isInstance);
        Spans.check(text, read);
        List<Request> all = new ArrayList<>();
        if (read.request() != null) {
            all.add(read.request());
        }
        if (read.question() != null) {
            read.question().readings().forEach(reading -> all.add(reading.request()));
        }
        for (Request request : all) {
            requests++;
            if (hasUnstableName(request)) {
                unstableNames++;
            } else {
                readsBack(text, remembered, request);
            }
        }
    }

    private static void readsBack(String text, @Nullable Request remembered, Request request) {
        String canonical = CanonicalText.write(request);
        String described = "%s, after %s, is %s"
                .formatted(text, remembered == null ? "nothing" : CanonicalText.write(remembered), canonical);
        assertThat(canonical.length()).as(described).isLessThan(LONGEST_CANONICAL);
        Interpretation again = BuiltIn.read(canonical);
        assertThat(again.canonical()).as(described).isEqualTo(canonical);
        assertThat(again.slots().names())
                .as(described)
                .isEqualTo(request.slots().names());
    }

    /** An unknown name is kept as typed in a sentence; alone it may be taken for a typing error ({@code gpt-4.1-nan}). */
    private static boolean hasUnstableName(Request request) {
        var models = request.slots().value(SlotName.MODELS);
        if (models == null) {
            return false;
        }
        return models.stream()
                .filter(id -> !id.equals(SlotName.ALL_MODELS)
                        && BuiltIn.CATALOG.model(id).isEmpty())
                .anyMatch(id -> !List.of(id)
                        .equals(BuiltIn.read("cost " + id.value()).slots().value(SlotName.MODELS)));
    }
}
