package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.TextLengths;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Lengths of input and output side by side: {@code 500/200 in/out}, {@code in 600 out 150}. */
final class TokenPairs {
    /** No question or answer is shorter on average. */
    private static final BigDecimal SHORTEST = BigDecimal.valueOf(10);

    /** The greatest number of a date. */
    private static final BigDecimal DAYS_OF_MONTH = BigDecimal.valueOf(31);

    /** Two numbers of this sum are the shares of a split. */
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ParseState state;

    TokenPairs(ParseState state) {
        this.state = state;
    }

    /** {@code 500/200 in/out}, {@code 500/200 tokens input/output}, {@code in/out 500/200}. */
    void read() {
        for (int i = 2; i < state.size(); i++) {
            boolean in = state.isAt(i - 2, Cue.IN) || state.isAt(i - 2, Cue.INPUT);
            boolean out = state.isAt(i, Cue.OUT) || state.isAt(i, Cue.OUTPUT);
            if (in && out && (state.isSlash(i - 1) || state.isAt(i - 1, Cue.AND)) && !pairBefore(i - 3)) {
                pairAfter(i + 1);
            }
        }
        readSides();
        boolean named = TokenRoles.namesOutput(state);
        boolean traffic = state.has(Measure.REQUEST)
                || state.has(Category.RATES)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY)
                || namesRate();
        for (int i = 0; i < state.size() && (named || traffic); i++) {
            if (named) {
                readNamedPair(i);
            }
            if (traffic) {
                readPair(i);
            }
        }
    }

    /** {@code 10k/d}, {@code 12 msgs/day}, {@code 4000 per day}, {@code 400k jobs a night}. */
    private boolean namesRate() {
        for (int i = 1; i < state.size(); i++) {
            boolean jobs = !state.isNumberAt(i - 1) && state.hasTyped(i - 1, Trait.PIECE_OF_WORK);
            if ((state.isNumberAt(i - 1) || jobs) && state.isRateAt(i)) {
                return true;
            }
            boolean rate = state.isSlash(i) && state.at(i + 1) != null;
            Measure period = rate ? state.measureAt(i + 1) : null;
            boolean time = rate
                    && (period == null
                            ? TimeUnit.abbreviated(state.typed(i + 1, i + 1)).isPresent()
                            : period.isTime());
            if (time && (state.isNumberAt(i - 1) || state.isItemAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 31 tokens source + 34 tokens target}, {@code 22 words in source and 25 in target}: the sides of an example are as long as their sum. */
    private void readSides() {
        boolean words = state.has(Measure.WORD) && !state.has(Measure.TOKEN);
        boolean ofExamples =
                (words || state.has(Measure.TOKEN)) && !state.has(Measure.REQUEST) && !state.has(Category.RATES);
        for (int i = 0; ofExamples && i < state.size(); i++) {
            int side = sideOf(i);
            int join = side + 1;
            boolean joined = side >= 0
                    && (state.isSymbolAt(join, '+') || state.isAt(join, Cue.AND) || state.hasTyped(join, Trait.PLUS));
            int other = joined ? sideOf(join + 1) : -1;
            if (other >= 0 && !state.typed(side, side).equals(state.typed(other, other))) {
                BigDecimal both = value(i).add(value(join + 1));
                Numeral sum = Numeral.of(words ? TextLengths.tokensOfWords(both) : both);
                state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, sum, i);
                state.use(i, other, Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                state.candidates.settle(i);
                state.candidates.settle(join + 1);
                return;
            }
        }
    }

    /** Returns the index of the side that a length belongs to: {@code 31 tokens source}, {@code 40 in the source}; or -1. */
    private int sideOf(int number) {
        if (!state.isNumberAt(number) || state.token(number).numeral().isRange()) {
            return -1;
        }
        boolean unit = state.isAt(number + 1, Measure.TOKEN) || state.isAt(number + 1, Measure.WORD);
        int side = unit ? number + 2 : number + 1;
        side = state.isAt(side, Cue.IN) || state.isAt(side, Cue.OF) || state.isAt(side, Cue.FOR) ? side + 1 : side;
        side = state.hasTyped(side, Trait.DEFINITE_ARTICLE) ? side + 1 : side;
        return state.hasTyped(side, Trait.TEXT_SIDE) ? side : -1;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /** {@code in 600 out 150}, {@code in 600 tokens, out 150 tokens}. */
    private void readNamedPair(int in) {
        boolean named = state.isAt(in, Cue.IN) || state.isAt(in, Cue.INPUT);
        int first = pastAverage(in + 1);
        boolean shortened = state.has(Cue.PROMPT) && (state.isAt(in - 2, Cue.TO) || state.isAt(in - 2, Trait.ARROW));
        int rate = state.isAssignmentAt(in - 2) ? in - 3 : in - 2;
        boolean ofRate = state.isNumberAt(in - 1) && TokenRoles.isRateOfNext(state, rate);
        boolean afterNumber = (state.isNumberAt(in - 1) && !shortened && !ofRate) || state.isAt(in - 1, Measure.TOKEN);
        if (!named || afterNumber || !state.isNumberAt(first) || state.token(first).use != Token.Use.NOTHING) {
            return;
        }
        int out = state.isAt(first + 1, Measure.TOKEN) ? first + 2 : first + 1;
        while (state.isSymbolAt(out, ',') || state.isSlash(out) || state.isAt(out, Cue.AND)) {
            out++;
        }
        // "text in 60, fix out 55"
        out += state.isAt(out, Cue.OUT) || state.isNumberAt(out) || !state.isAt(out + 1, Cue.OUT) ? 0 : 1;
        boolean pair = (state.isAt(out, Cue.OUT) || state.isAt(out, Cue.OUTPUT))
                && state.isNumberAt(pastAverage(out + 1))
                && !state.isAt(pastAverage(out + 1) + 1, Cue.OUT)
                && !state.isAt(pastAverage(out + 1) + 1, Cue.OUTPUT);
        if (pair) {
            int second = pastAverage(out + 1);
            state.claim(SlotName.INPUT_TOKENS, first, in, first);
            state.claim(SlotName.OUTPUT_TOKENS, second, out, second);
            use(second + 1);
            use(first + 1);
        }
    }

    /** Returns the index behind the word of {@code input avg 1.2k}, if it is there. */
    private int pastAverage(int at) {
        boolean passed = state.isAt(at, Cue.AVERAGE) || state.isSymbolAt(at, ':');
        return passed && state.isNumberAt(at + 1) ? at + 1 : at;
    }

    private void use(int unit) {
        if (state.isAt(unit, Measure.TOKEN)) {
            state.token(unit).use = Token.Use.CONNECTIVE;
        }
    }

    /** {@code 300/20 tokens} beside requests, {@code 10k requests a day, 500/150}, {@code 800 -> 200}. */
    private void readPair(int mark) {
        int in = mark - 1;
        int out = mark + 1;
        boolean arrow = state.hasTyped(mark, Trait.ARROW) && !state.has(Cue.PROMPT);
        boolean pair = (arrow || state.isSlash(mark))
                && state.isNumberAt(in)
                && state.isNumberAt(out)
                && !state.isSlash(mark - 2)
                && !isOfPrompt(in, out)
                && state.token(in).use == Token.Use.NOTHING;
        boolean tokens = state.isAt(out + 1, Measure.TOKEN);
        if (pair && (tokens || (isLength(in) && isAnswerLength(in, out) && isOfRequests(in, out)))) {
            state.claim(SlotName.INPUT_TOKENS, in, in, mark);
            state.claim(SlotName.OUTPUT_TOKENS, out, out, tokens ? out + 1 : out);
        }
    }

    /** The 1500 and the 300 of {@code prompt 1500 / 300 in / 80 out}: a list of lengths, each of which has a name. */
    private boolean isOfPrompt(int first, int second) {
        boolean input = state.isAt(second + 1, Cue.IN) || state.isAt(second + 1, Cue.INPUT);
        boolean ends = state.isBreakAt(second + 2) || state.isSlash(second + 2) || state.isNumberAt(second + 2);
        return state.isAt(first - 1, Cue.PROMPT) && input && ends;
    }

    /** {@code 10k requests a day, 500/150}, and in a command anywhere beside traffic: {@code 10k/day llama 8b 800/120 cached 70%}. */
    private boolean isOfRequests(int in, int out) {
        boolean alone = state.isBreakAt(in - 1) && !state.isPercentAt(out + 1);
        if ((isBesideRate(in) || alone) && state.isBreakAt(out + 1)) {
            return value(in).add(value(out)).compareTo(HUNDRED) != 0 || isBesideRate(in);
        }
        boolean ends = state.isBreakAt(out + 1)
                || state.isNumberAt(out + 1)
                || state.isAt(out + 1, Cue.FOR)
                || !(state.isUnitAt(out + 1) || state.token(out + 1).kind == Token.Kind.WORD);
        return state.terse
                && ends
                && !state.isSlash(out + 1)
                && !state.isSymbolAt(in - 1, '$')
                && !state.isPercentAt(out + 1)
                && !state.has(Cue.VALIDATION)
                && value(in).add(value(out)).compareTo(HUNDRED) != 0;
    }

    /** True behind a rate and without a unit of its own: {@code 10k requests a day, 500/150}. */
    private boolean isBesideRate(int in) {
        int before = state.isBreakAt(in - 1) || state.isAt(in - 1, Trait.LOCATIVE) ? in - 2 : in - 1;
        Measure period = state.measureAt(before);
        return state.isAt(before, Category.RATES)
                || state.isAt(before, Category.PERIODS)
                || (period != null && period.isTime() && state.isRateAt(before - 1));
    }

    /** False of the 24 and the 7 of {@code 24/7}, and of the days of a date. */
    private boolean isLength(int number) {
        return state.isCountAt(number) && value(number).compareTo(SHORTEST) >= 0 && !state.isSize(number);
    }

    /** An answer such as a label may have few tokens: {@code 200/8}. */
    private boolean isAnswerLength(int in, int out) {
        boolean label = state.isCountAt(out)
                && value(out).signum() > 0
                && value(in).compareTo(DAYS_OF_MONTH) > 0
                && isBesideRate(in);
        return isLength(out) || label;
    }

    /** {@code in/out 900/150}, {@code in and out are 900 and 150}. */
    private void pairAfter(int behind) {
        int first = state.isAt(behind, Cue.IS) || state.isAssignmentAt(behind) ? behind + 1 : behind;
        if (bothAfter(first)) {
            return;
        }
        boolean joined = state.isSlash(first + 1) || state.isAt(first + 1, Cue.AND);
        if (state.isNumberAt(first) && joined && state.isNumberAt(first + 2)) {
            state.claim(SlotName.INPUT_TOKENS, first, first, first + 1);
            state.claim(SlotName.OUTPUT_TOKENS, first + 2, first + 2, first + 2);
            use(first + 3);
        }
    }

    /** {@code in and out are both 42 tokens}, {@code input and output are each 60}. */
    private boolean bothAfter(int both) {
        boolean said = state.hasTyped(both, Trait.TAKES_BOTH) || state.isAt(both, Cue.EACH);
        int number = state.isAt(both + 1, Cue.ABOUT) ? both + 2 : both + 1;
        if (!said || !state.isNumberAt(number)) {
            return false;
        }
        state.claim(SlotName.INPUT_TOKENS, number, both, number);
        Numeral same = Amounts.counted(state.token(number).numeral());
        state.candidates.addDerived(SlotName.OUTPUT_TOKENS, same, both);
        use(number + 1);
        return true;
    }

    private boolean pairBefore(int at) {
        int last = state.isAt(at, Measure.TOKEN) ? at - 1 : at;
        boolean pair = state.isNumberAt(last)
                && (state.isSlash(last - 1) || state.isAt(last - 1, Cue.AND))
                && state.isNumberAt(last - 2);
        if (pair) {
            state.claim(SlotName.INPUT_TOKENS, last - 2, last - 2, last - 2);
            state.claim(SlotName.OUTPUT_TOKENS, last, last, last);
        }
        return pair;
    }
}
