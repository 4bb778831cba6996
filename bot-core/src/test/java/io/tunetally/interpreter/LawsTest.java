package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.corpus.Corpus;
import io.tunetally.interpreter.corpus.Label;
import io.tunetally.interpreter.corpus.RandomRequest;
import io.tunetally.interpreter.corpus.RandomText;
import io.tunetally.interpreter.corpus.Spans;
import io.tunetally.interpreter.intent.FollowUp;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Laws for every message, tested on many; {@code -Dlaws=1000000} sets another number. */
class LawsTest {
    private static final int TRIES = Integer.getInteger("laws", 5_000);
    private static final List<String> POLITE = List.of(
            "please ", "hi there, ", "hey, ", "hello, ", "good morning, ", "kindly ", "thanks, ", "could you please ");

    private final Gen<Long> seeds = longs().between(0, Long.MAX_VALUE - 1);

    @Test
    void readsBackEveryRequestItWrites() {
        qt().withExamples(TRIES).forAll(seeds).checkAssert(seed -> {
            Request request = new RandomRequest(random(seed)).request();
            String text = CanonicalText.write(request);
            Interpretation read = BuiltIn.read(text);
            assertThat(plain(read)).as(text).isEqualTo(plain(request));
            assertThat(read.canonical()).isEqualTo(text);
        });
    }

    @Test
    void readsTheSlotsInAnyOrderAlike() {
        qt().withExamples(TRIES / 4).forAll(seeds).checkAssert(seed -> {
            Random random = random(seed);
            List<String> phrases = new RandomRequest(random).phrases();
            Interpretation first = BuiltIn.read("cost " + String.join(", ", phrases));
            List<String> shuffled = new ArrayList<>(phrases);
            Collections.shuffle(shuffled, random);
            Interpretation second = BuiltIn.read("cost " + String.join(", ", shuffled));
            assertThat(plain(second)).as("%s / %s", phrases, shuffled).isEqualTo(plain(first));
        });
    }

    @Test
    void readsTheSameWithAPoliteWord() {
        List<Corpus.Line> lines = Corpus.load("positive.tsv").lines();
        qt().withExamples(TRIES / 4)
                .forAll(integers().between(0, lines.size() - 1), integers().between(0, POLITE.size() - 1))
                .checkAssert((line, polite) -> {
                    String text = lines.get(line).text();
                    assertThat(plain(BuiltIn.read(POLITE.get(polite) + text)))
                            .as(text)
                            .isEqualTo(plain(BuiltIn.read(text)));
                });
    }

    @Test
    void neverThrowsAndKeepsSpansWithinTheText() {
        qt().withExamples(TRIES).forAll(seeds).checkAssert(seed -> {
            Random random = random(seed);
            String text = new RandomText(random).text();
            Markup markup = List.of(Markup.values()).get(random.nextInt(3));
            Interpretation read = BuiltIn.INTERPRETER.read(text, markup, random.nextBoolean(), null);
            Spans.check(text, read);
            BuiltIn.INTERPRETER.complete(text, random.nextInt(40) - 5);
        });
    }

    @Test
    void giveEveryCharacterToOneOfSlotAndIgnored() {
        for (String corpus : List.of("written.tsv", "positive.tsv")) {
            for (Corpus.Line line : Corpus.load(corpus).lines()) {
                Spans.check(line.text(), BuiltIn.read(line.text()));
            }
        }
    }

    @Test
    void givesEveryCharacterOneUse() {
        for (String corpus : List.of("written.tsv", "judged.tsv", "negative.tsv")) {
            for (Corpus.Line line : Corpus.load(corpus).lines()) {
                Uses.check(line.text());
            }
        }
        qt().withExamples(TRIES / 4).forAll(seeds).checkAssert(seed -> Uses.check(new RandomText(random(seed)).text()));
    }

    @Test
    void mergesNothingWithoutAChange() {
        qt().withExamples(TRIES / 10).forAll(seeds).checkAssert(seed -> {
            Request request = new RandomRequest(random(seed)).request();
            ParseState nothing = BuiltIn.draft("");
            Slots merged = FollowUp.merge(nothing, request.slots(), false);
            assertThat(plain(Request.of(request.intent(), merged.without(SlotName.EXPLAIN))))
                    .isEqualTo(
                            plain(Request.of(request.intent(), request.slots().without(SlotName.EXPLAIN))));
        });
    }

    @Test
    void readsAlikeEveryTime() {
        for (Corpus.Line line : Corpus.load("written.tsv").lines()) {
            assertThat(BuiltIn.read(line.text())).isEqualTo(BuiltIn.read(line.text()));
        }
    }

    // Neighbouring seeds produce similar first numbers.
    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static String plain(Interpretation read) {
        return Label.of(read).toString().replaceFirst("^\\S+ ", "");
    }

    private static String plain(Request request) {
        Interpretation asRead = new Interpretation(
                Interpretation.Status.READY,
                request.intent(),
                request.slots(),
                List.of(),
                List.of(),
                null,
                List.of(),
                0,
                List.of(),
                null);
        return plain(asRead);
    }
}
