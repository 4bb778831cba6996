package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.TooComplexException;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Request;
import io.tunetally.text.TextSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No message makes reading slow. Every phrase of the lexicon, with a number before it, after it or without one, is
 * repeated after every kind of clause up to the maximum length, and the work is counted, not timed. A message of 218
 * corrected epochs after "I fine-tuned with" once took 48 seconds.
 */
class SlowShapesTest {
    /**
     * The maximum looks per token. The worst known shape, {@code 1.000} again and again behind a report, needs 652, a usual command 40; most looks find
     * out from a bit that there is nothing to look at.
     */
    private static final int MOST_LOOKS_A_TOKEN = 672;

    /** A build tests one in this many pairs of phrase and separator after each clause. */
    private static final int ONE_PHRASE_IN = 4000;

    /** The same for phrases that fill the whole message. */
    private static final int ONE_PHRASE_ALONE_IN = 64;

    /** The same for the shapes, which are known to be slow. */
    private static final int ONE_SHAPE_IN = 16;

    private static final List<String> CLAUSES = List.of(
            "",
            "I fine-tuned with ",
            "I fine-tuned gpt-4o with 3 epochs. ",
            "what does it cost: ",
            "cost gpt-4o ",
            "we would like to tune llama 8b, ",
            "my prompt is 3000 tokens ",
            "budget $50 ",
            "not ",
            "compare ",
            "should I fine-tune gpt-4o, ");

    private static final List<String> SEPARATORS = List.of(" ", ", ", ". ", "; ", " and ", "/", "\n");

    private static final List<String> SHAPES = List.of(
            "3 epochs",
            "5 examples",
            "no, 3 epochs",
            "epochs: 3",
            "100 requests/day",
            "1 epochs: loss 2.49",
            "$5",
            "$5 to $6",
            "1-2",
            "1 2",
            "3x",
            "1k x 500 x 3",
            "8b",
            "llama 8b or 70b",
            "5 examples of 3 tokens",
            "500/200 in/out",
            "2000 token prompt vs",
            "tokens 3",
            "1.000",
            "-5",
            "50% cached",
            "10x the data",
            "between 1 and",
            "from 2 to",
            "ft:gpt-4o",
            "blorftish",
            "#4",
            "(8b)");

    private static final Request REMEMBERED = Objects.requireNonNull(
            BuiltIn.read("cost llama 8b lora 1000 examples 3 epochs 500 tokens each 100 requests/day 6 months")
                    .request());

    /** Tests all in the nightly profile; else each phrase with some of the clauses and separators. */
    private static final boolean ALL = Boolean.getBoolean("tunetally.nightly");

    @TestFactory
    List<DynamicTest> looksAtNoTokenTooOften() {
        return CLAUSES.stream()
                .map(clause -> DynamicTest.dynamicTest("after \"" + clause + "\"", () -> search(clause)))
                .toList();
    }

    private static void search(String clause) {
        Random random = new Random(clause.hashCode());
        for (String phrase : phrases()) {
            for (String separator : SEPARATORS) {
                if (random.nextInt(oneIn(clause, separator, phrase)) == 0) {
                    String piece = phrase + separator;
                    String text =
                            clause + piece.repeat((Interpreter.MAXIMUM_LENGTH - clause.length()) / piece.length());
                    check(text, ALL || SHAPES.contains(phrase), random.nextBoolean());
                }
            }
        }
    }

    /** Checks a message without and within a conversation, or only one of them. */
    private static void check(String text, boolean both, boolean conversation) {
        if (both || conversation) {
            check(text, REMEMBERED);
        }
        if (both || !conversation) {
            check(text, null);
        }
    }

    private static int oneIn(String clause, String separator, String phrase) {
        boolean alone = clause.isEmpty() && separator.equals(" ");
        boolean shape = SHAPES.contains(phrase);
        if (ALL || (alone && shape)) {
            return 1;
        }
        if (shape) {
            return ONE_SHAPE_IN;
        }
        return alone ? ONE_PHRASE_ALONE_IN : ONE_PHRASE_IN;
    }

    private static void check(String text, @Nullable Request remembered) {
        ParseState state = BuiltIn.draft(text, remembered);
        try {
            BuiltIn.INTERPRETER.read(state, true, remembered);
        } catch (TooComplexException tooMuch) {
            throw new AssertionError("takes too much work: \"" + text.substring(0, 60) + "...\"", tooMuch);
        }
        assertThat(state.work())
                .as(() -> "looks at the tokens of \"" + text.substring(0, 60) + "...\"")
                .isLessThan(MOST_LOOKS_A_TOKEN * Lexer.MAXIMUM_TOKENS);
    }

    private static Set<String> phrases() {
        Set<String> phrases = new LinkedHashSet<>(SHAPES);
        for (Lexicon.Meaning meaning : Lexicon.builtIn().meanings()) {
            for (Lexicon.Phrase phrase : meaning.phrases()) {
                phrases.addAll(List.of(phrase.text(), "3 " + phrase.text(), phrase.text() + " 3"));
            }
        }
        return phrases;
    }

    @Test
    void saysThatAMessageIsTooLongToReadSafely() {
        Interpreter hasty = new Interpreter(BuiltIn.CATALOG, Lexicon.builtIn(), Decider.builtIn(), 300);
        String text = "cost 1k examples 3 epochs llama 8b lora";

        Interpretation interpretation = hasty.read(text, Markup.PLAIN, true, null);

        assertThat(interpretation.status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
        assertThat(new ArrayList<>(interpretation.problems()))
                .containsExactly(new Problem.TooComplex(text, new TextSpan(0, text.length())));
        assertThat(hasty.read("cost", Markup.PLAIN, true, null).problems()).isEmpty();
    }
}
