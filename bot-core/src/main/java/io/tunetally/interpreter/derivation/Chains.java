package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are counted for each of what another one counts: in {@code 12 clinics with 3 vets each, every vet writes 20 notes a
 * week, and 40 weeks are kept} the 3 are counted for each of the 12, the 20 for each of the 3 and of the 40. A number that follows from the 20
 * alone breaks the chain.
 */
public final class Chains {
    /**
     * How the words say that a figure is counted for each of another.
     *
     * @param kept the feature of two factors
     * @param broken the feature of a factor beside a figure that is none
     */
    private record Way(Symbol kept, Symbol broken) {
        static Way of(String name) {
            return new Way(Symbol.of("CHAIN-KEPT-" + name), Symbol.of("CHAIN-BROKEN-" + name));
        }
    }

    /** {@code every vet writes 20 notes}, {@code 20 notes per vet}. */
    private static final Way EACH = Way.of("EACH");

    /** {@code 20 notes a week}. */
    private static final Way ARTICLE = Way.of("ARTICLE");

    /** {@code 12 clinics with 3 vets each}. */
    private static final Way ALONE = Way.of("ALONE");

    /** {@code each of our 12 clinics sent 90}. */
    private static final Way OF_NUMBER = Way.of("OF-NUMBER");

    /** The words between {@code each} and the number of those of which each has something: {@code each of our four}. */
    private static final int REACH_OF_NUMBER = 3;

    /** The words between a number and {@code each}: {@code 3 young vets each}. */
    private static final int REACH_OF_EACH = 5;

    /** So many words is a break worth, when the nearest number is looked for. */
    private static final int WORDS_OF_BREAK = 4;

    private final ParseState state;
    private final Nouns nouns;
    private final List<Figure> figures;

    /** The way in which a figure is counted for each of another; null if it is not. */
    private final @Nullable Way[][] ways;

    private final boolean any;

    /** Finds the chains of the figures of a message. */
    public Chains(ParseState state, Nouns nouns, List<Figure> figures) {
        this.state = state;
        this.nouns = nouns;
        this.figures = figures;
        ways = new Way[figures.size()][figures.size()];
        boolean found = false;
        for (int i = 0; i + 1 < state.size() && figures.size() > 1; i++) {
            boolean each = nouns.isEach(i);
            found |= (each || state.isAt(i, Cue.ARTICLE)) && link(i, each);
        }
        any = found;
    }

    /** False if no figure is counted for each of another. */
    public boolean isAny() {
        return any;
    }

    /** True if a figure is counted for each of what another one counts. */
    public boolean has(int counted, int each) {
        return ways[counted][each] != null;
    }

    /** Gives that a chain is kept, or that it is broken as the other figure is not used. */
    public void read(int counted, int each, boolean kept, FeatureSink sink) {
        Way way = Objects.requireNonNull(ways[counted][each]);
        sink.add(FeatureKind.FACT, kept ? way.kept : way.broken, Symbol.NONE);
    }

    private boolean link(int each, boolean said) {
        String noun = nouns.stem(each + 1);
        boolean found = false;
        for (int i = 0; i < figures.size() && !noun.isEmpty(); i++) {
            if (isNumber(i) && figures.get(i).noun().equals(noun)) {
                found |= link(nearest(each, noun), i, said ? EACH : ARTICLE);
            }
        }
        if (found || !said) {
            return found;
        }
        int counted = numberWithin(each + 1, each + REACH_OF_NUMBER);
        if (state.hasTyped(each + 1, Trait.PART_OF) || state.isAt(each + 1, Cue.OF)) {
            return counted >= 0 && link(numberBehind(counted), counted, OF_NUMBER);
        }
        int own = numberWithin(each - REACH_OF_EACH, each - 1);
        return own >= 0 && link(own, numberBefore(own), ALONE);
    }

    private boolean link(int counted, int each, Way way) {
        if (counted < 0 || each < 0 || counted == each || ways[counted][each] != null) {
            return false;
        }
        ways[counted][each] = way;
        return true;
    }

    private boolean isNumber(int figure) {
        return !figures.get(figure).isRemembered() && !figures.get(figure).isShare();
    }

    /** Returns the number of another thing that stands nearest to a word of its sentence; -1 if there is none. */
    private int nearest(int word, String noun) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (isNumber(i) && !figure.noun().equals(noun) && isSameSentence(word, figure.first())) {
                int distance = distance(word, figure.first());
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
        }
        return best;
    }

    private int distance(int one, int other) {
        int distance = 0;
        for (int i = Math.min(one, other) + 1; i <= Math.max(one, other); i++) {
            distance += state.isBreakAt(i) ? WORDS_OF_BREAK : 1;
        }
        return distance;
    }

    private boolean isSameSentence(int one, int other) {
        Sentence sentence = state.sentence(one);
        return sentence.first() <= other && other < sentence.end();
    }

    /** Returns the last figure whose number stands between two words, both included; -1 if there is none. */
    private int numberWithin(int first, int last) {
        int found = -1;
        for (int i = 0; i < figures.size(); i++) {
            int at = figures.get(i).first();
            found = isNumber(i) && first <= at && at <= last ? i : found;
        }
        return found;
    }

    private int numberBefore(int figure) {
        int own = figures.get(figure).first();
        int before = -1;
        for (int i = 0; i < figures.size(); i++) {
            int at = figures.get(i).first();
            before = isNumber(i) && at < own && isSameSentence(own, at) ? i : before;
        }
        return before;
    }

    private int numberBehind(int figure) {
        int own = figures.get(figure).first();
        for (int i = 0; i < figures.size(); i++) {
            if (isNumber(i)
                    && figures.get(i).first() > own
                    && isSameSentence(own, figures.get(i).first())) {
                return i;
            }
        }
        return -1;
    }
}
