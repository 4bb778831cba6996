package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Reads the length of the examples in a prompt from their number and the length of each: {@code 3 few-shot examples of 400 tokens each},
 * {@code an 800-token system prompt plus 4 shots of 150}. They are no training data.
 */
public final class FewShotLengths {
    /** No prompt has more examples. */
    private static final BigDecimal MOST_SHOTS = BigDecimal.valueOf(200);

    /** The most words of what the number of examples counts. */
    private static final int LONGEST_NAME = 3;

    /** The most words from the name to the length of one. */
    private static final int REACH = 4;

    /** The most words from the prompt that has examples to their number. */
    private static final int REACH_OF_PROMPT = 4;

    /** The most words from the number of examples to the prompt that they stand in. */
    private static final int REACH_OF_PLACE = 10;

    private final ParseState state;

    private FewShotLengths(ParseState state) {
        this.state = state;
    }

    /** Claims the numbers before others take them for the examples of the data and their length. */
    public static void read(ParseState state) {
        if (state.has(Cue.PROMPT) || state.hasTypedAnywhere(Trait.SHOT)) {
            new FewShotLengths(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            int length = isFew(i) ? lengthOfShots(i) : -1;
            if (length >= 0) {
                claim(i, length);
                return;
            }
        }
    }

    /** Returns the index of the length of each of so many examples in a prompt, or -1. */
    private int lengthOfShots(int number) {
        int name = lastOfName(number);
        if (name >= 0) {
            return lengthOfOne(name + 1);
        }
        int length = lengthOfOne(state.isAt(number + 1, Measure.EXAMPLE) ? number + 2 : number + 1);
        return length >= 0 && (isNamedBefore(number) || isNamedBehind(length)) ? length : -1;
    }

    /** {@code few-shot prompt 12 examples x 250 tok}. */
    private boolean isNamedBefore(int number) {
        for (int i = number - 1; i >= Math.max(0, number - LONGEST_NAME) && !state.isBreakAt(i); i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.SHOT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 12 x 250-token shots}. */
    private boolean isNamedBehind(int length) {
        for (int i = unit(length); i <= unit(length) + LONGEST_NAME && !state.isBreakAt(i); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.SHOT)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the word for tokens of {@code 250 tokens}, {@code 250-token}, or the one where it would stand. */
    private int unit(int number) {
        return state.isSymbolAt(number + 1, '-') ? number + 2 : number + 1;
    }

    private boolean isFew(int number) {
        return state.isCountAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isRange()
                && value(number).compareTo(MOST_SHOTS) <= 0;
    }

    /** Returns the last word of {@code few-shot examples}, {@code shots}, {@code examples in the prompt} behind a number, or -1. */
    private int lastOfName(int number) {
        int last = -1;
        for (int i = number + 1; i <= number + LONGEST_NAME && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.SHOT) || (last >= 0 && state.isAt(i, Measure.EXAMPLE))) {
                last = i;
            }
        }
        return last < 0 && state.isAt(number + 1, Measure.EXAMPLE) && isInPrompt(number) ? number + 1 : last;
    }

    /** {@code the prompt has 5 examples}, {@code 5 examples in the prompt}. */
    private boolean isInPrompt(int number) {
        boolean has = false;
        for (int i = number - 1; i >= Math.max(0, number - REACH_OF_PROMPT) && !state.isBreakAt(i); i--) {
            has |= state.hasTyped(i, Trait.HAVING) || state.hasTyped(i, Trait.CONTAINS);
            if (state.isAt(i, Cue.PROMPT)) {
                return has;
            }
        }
        int end = Math.min(state.clause(number).end(), number + REACH_OF_PLACE);
        for (int i = number + 2; i + 1 < end; i++) {
            boolean in = state.isAt(i, Cue.IN) || state.hasTyped(i, Trait.IN_ROLE);
            int prompt = state.isAt(i + 1, Cue.PROMPT) ? i + 1 : i + 2;
            if (in && state.isAt(prompt, Cue.PROMPT)) {
                // "Examples in the prompt format" are the data.
                Token next = state.at(prompt + 1);
                return next == null || next.kind != Token.Kind.WORD || next.lexeme != null;
            }
        }
        return false;
    }

    /** Returns the index of the 400 of {@code of 400 tokens each}, {@code at about 400}, {@code (400 tokens each)}, or -1. */
    private int lengthOfOne(int first) {
        for (int i = first; i < Math.min(state.size(), first + REACH); i++) {
            if (state.isNumberAt(i)) {
                boolean unit = state.isAt(unit(i), Measure.TOKEN);
                int end = unit ? unit(i) + 1 : i + 1;
                boolean each = isEach(end);
                boolean tokens = unit || state.isBreakAt(end);
                return state.isCountAt(i) && (each || (tokens && isLead(i - 1))) ? i : -1;
            }
        }
        return -1;
    }

    /** The {@code each} of {@code 400 tokens each}, not that of {@code 2,500 tokens each time}. */
    private boolean isEach(int word) {
        boolean ends = state.isBreakAt(word + 1)
                || state.isAt(word + 1, Cue.AND)
                || state.isAt(word + 1, Cue.IN)
                || state.hasTyped(word + 1, Trait.IN_ROLE);
        return ends && state.hasTyped(word, Trait.EACH_ONE);
    }

    private boolean isLead(int word) {
        return state.isAt(word, Cue.OF)
                || state.hasTyped(word, Trait.PART_OF)
                || state.isSymbolAt(word, '@')
                || state.isAt(word, Cue.EACH)
                || state.isTimesSign(word);
    }

    private void claim(int shots, int length) {
        BigDecimal product = value(shots).multiply(value(length));
        String arithmetic = value(shots).toPlainString() + " × " + value(length).toPlainString();
        int rest = restOfPrompt(shots, length);
        use(shots);
        use(length);
        if (rest >= 0) {
            use(rest);
            product = product.add(value(rest));
            arithmetic = value(rest).toPlainString() + " + " + arithmetic;
        }
        state.candidates.addDerived(SlotName.PROMPT_TOKENS, Numeral.of(product), length);
        state.candidates.explain(SlotName.PROMPT_TOKENS, product, arithmetic);
        if (rest >= 0 && areDropped(length)) {
            state.candidates.addDerived(
                    SlotName.TUNED_PROMPT_TOKENS,
                    Amounts.counted(state.token(rest).numeral()),
                    rest);
        }
    }

    /** Returns the length of the rest of the prompt, {@code 800 tokens plus 4 shots of 150}, or -1. */
    private int restOfPrompt(int shots, int length) {
        Sentence sentence = state.sentence(shots);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            boolean before = i < shots && isJoined(i + 1, shots);
            boolean after = i > length && isJoined(length + 1, i);
            if ((before || after) && state.isCountAt(i) && isPromptLength(i)) {
                return i;
            }
        }
        return -1;
    }

    /** True if two parts are added up, and no other number stands between them. */
    private boolean isJoined(int from, int to) {
        boolean joined = false;
        for (int i = from; i < to; i++) {
            if (state.isNumberAt(i) || state.isSymbolAt(i, ';')) {
                return false;
            }
            joined |= state.isAt(i, Cue.AND) || state.hasTyped(i, Trait.PLUS) || state.isSymbolAt(i, '+');
        }
        return joined;
    }

    private boolean isPromptLength(int number) {
        int unit = unit(number);
        int name = state.isAt(unit, Measure.TOKEN) ? unit + 1 : unit;
        return (state.isAt(name, Cue.PROMPT) || state.isAt(name + 1, Cue.PROMPT))
                || state.isAt(number - 1, Cue.PROMPT)
                || state.isAt(number - 2, Cue.PROMPT);
    }

    /** {@code tuning would drop them}, {@code tuned it goes without the shots}: what goes are the examples. */
    private boolean areDropped(int length) {
        for (int i = length + 1; i < state.size(); i++) {
            boolean goes = state.hasTyped(i, Trait.SIFTS)
                    || state.isAt(i, Cue.DROP)
                    || state.hasTyped(i, Trait.NONE_OF)
                    || state.hasTyped(i, Trait.CUTS);
            int named = state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE) ? i + 2 : i + 1;
            boolean shots = state.isAt(named, Cue.THEM)
                    || state.hasTyped(named, Trait.SHOT)
                    || state.isAt(named, Measure.EXAMPLE);
            if (goes && shots) {
                return true;
            }
        }
        return false;
    }

    private void use(int number) {
        state.candidates.withdraw(number);
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
        if (state.isAt(unit(number), Measure.TOKEN)) {
            state.token(unit(number)).use = Token.Use.CONNECTIVE;
        }
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
