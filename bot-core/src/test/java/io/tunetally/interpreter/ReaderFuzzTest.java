package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.MutatedText;
import io.tunetally.interpreter.corpus.RandomText;
import io.tunetally.interpreter.corpus.Spans;
import io.tunetally.request.CanonicalReader;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Fuzzes the laws for every message with mutated and cut ones: 3,000 of each in each build, 100,000 in the nightly profile; {@code
 * -Dfuzz=1000000} sets another number.
 */
class ReaderFuzzTest {
    private static final int TRIES = Integer.getInteger("fuzz", 3_000);
    private static final long SEED = Long.getLong("fuzz.seed", 17);

    /** A canonical text is read again from buttons and memory, so it stays far below the length limit of a message. */
    private static final int LONGEST_CANONICAL = 1_500;

    /** The maximum percentage of requests with an unlisted model whose name is read as another one in canonical text. */
    private static final double MOST_UNSTABLE_NAMES_PERCENT = 1;

    /** The maximum percentage of canonical texts that only {@link CanonicalReader} reads as they were meant. */
    private static final double MOST_READ_OTHERWISE_PERCENT = 0.5;

    /** Between words, and around the signs that belong to numbers. */
    private static final Pattern WORD_ENDS = Pattern.compile("(?<=[ ,.:$()-])|(?=[,.:$()-])");

    /** What may stand at the edge of a message that is cut. */
    private static final List<String> EDGES = List.of("%s", ": %s", "%s $", "%s 2 a", "(%s");

    private int requests;
    private int readOtherwise;
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
        assertThat(100.0 * readOtherwise / requests).isLessThan(MOST_READ_OTHERWISE_PERCENT);
        assertThat(100.0 * unstableNames / requests).isLessThan(MOST_UNSTABLE_NAMES_PERCENT);
    }

    /** What people wrote, cut at its words: a reader that looks at a word behind or before a number finds the end of the message there. */
    @Test
    void readsMessagesThatAreCutAnywhere() {
        List<LabelledMessage> messages = Example.LABELLED.stream()
                .flatMap(name -> LabelledMessage.builtIn(name).stream())
                .toList();
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            LabelledMessage message = messages.get(random.nextInt(messages.size()));
            String[] words = WORD_ENDS.split(message.text());
            int from = random.nextInt(words.length);
            int end = from + 1 + random.nextInt(words.length - from);
            String cut = random.nextBoolean()
                    ? String.join("", List.of(words).subList(from, words.length))
                    : String.join("", List.of(words).subList(0, end));
            String text = EDGES.get(random.nextInt(EDGES.size())).formatted(cut);
            Request remembered = message.context().isEmpty() || random.nextBoolean()
                    ? null
                    : BuiltIn.read(message.context().getLast()).request();
            Spans.check(text, BuiltIn.INTERPRETER.read(text, Markup.PLAIN, true, remembered));
        }
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
            readsBack(text, remembered, request);
        }
    }

    private void readsBack(String text, @Nullable Request remembered, Request request) {
        String canonical = CanonicalText.write(request);
        String described = "%s, after %s, is %s"
                .formatted(text, remembered == null ? "nothing" : CanonicalText.write(remembered), canonical);
        assertThat(canonical.length()).as(described).isLessThan(LONGEST_CANONICAL);
        Interpretation freely = BuiltIn.INTERPRETER.read(BuiltIn.draft(canonical), true, null);
        readOtherwise += freely.canonical().equals(canonical) ? 0 : 1;
        Interpretation again = BuiltIn.read(canonical);
        if (hasOtherName(request, again)) {
            unstableNames++;
            return;
        }
        assertThat(again.canonical()).as(described).isEqualTo(canonical);
        assertThat(names(again.slots())).as(described).isEqualTo(names(request.slots()));
    }

    /** Returns the names of the slots that text says; a size beside models is that of a name. */
    private static List<SlotName<?>> names(Slots slots) {
        return (slots.has(SlotName.MODELS) ? slots.without(SlotName.SIZE_B) : slots).names();
    }

    /**
     * An unlisted name is kept as typed, but {@code gpt-4.1-nan} may be taken for a typing error elsewhere, and the end of
     * {@code gpt-sus} for a word of another language.
     */
    private static boolean hasOtherName(Request request, Interpretation again) {
        var models = request.slots().value(SlotName.MODELS);
        return models != null
                && !models.equals(again.slots().value(SlotName.MODELS))
                && models.stream()
                        .anyMatch(id -> !id.equals(SlotName.ALL_MODELS)
                                && BuiltIn.CATALOG.model(id).isEmpty());
    }
}
