package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit of a number: first the right neighbour, over words that describe it, or the left one if the text runs
 * "name number" ({@code epochs 3 examples 1000}, {@code epochs=3}).
 */
public final class UnitFinder {
    private static final int REACH = 4;

    private final ParseState state;
    private final NumberedNames names;
    private final UnitDescription description;
    /** Computed per number on demand. */
    private @Nullable Boolean @Nullable [] named;
    /** Computed per position in a run of units and numbers, when one of its numbers needs it. */
    private @Nullable Run @Nullable [] runs;

    private @Nullable Examples examples;

    UnitFinder(ParseState state) {
        this.state = state;
        names = new NumberedNames(state);
        description = new UnitDescription(state);
    }

    /** Returns the index of the unit to the right, or -1. */
    public int right(int number) {
        int skipped = 0;
        for (int i = number + 1; i < state.size() && skipped <= REACH; i++) {
            Token token = state.token(i);
            if (isCounterOfGpus(i)) {
                return -1;
            }
            boolean named = isTime(token) && names.isTimeInName(i);
            if ((token.is(Category.UNITS) || token.is(Category.RATES) || token.is(Category.PERIODS))
                    && !named
                    && !description.isPartOfCompound(i)
                    && !description.isOwner(i)) {
                return beginsName(i) || (i == number + 1 && isNextToPair(number, i)) ? -1 : i;
            }
            boolean hyphen = named || description.isPartOfWord(i, number) || (token.isNumber() && isNumberOfName(i));
            if (!hyphen && !description.isAt(i, number)) {
                return -1;
            }
            skipped += hyphen ? 0 : 1;
        }
        return -1;
    }

    /** The {@code 张} of {@code 4张4090}, which counts flat things. */
    private boolean isCounterOfGpus(int i) {
        return state.text.isTranslated() && state.isItemAt(i) && state.isGpuAt(i + 1) && !state.isUnitAt(i + 2);
    }

    /** The {@code ex} of {@code prompt 2200->300 ex 12000 ep 2}: behind a pair it names the number that follows. */
    private boolean isNextToPair(int number, int unit) {
        return isEndOfPair(number) && state.isNumberAt(unit + 1) && isNamed(unit + 1);
    }

    private boolean isEndOfPair(int number) {
        return state.hasTyped(number - 1, Trait.ARROW) && state.isNumberAt(number - 2);
    }

    /** True if a number counts things that are data where they are many: {@code 250 labels}, {@code 900 back cards}. */
    public boolean countsDataIfMany(int number) {
        int unit = state.hasTypedAnywhere(Trait.DATA_IF_MANY) ? right(number) : -1;
        return unit > number && state.hasTyped(unit, Trait.DATA_IF_MANY);
    }

    /** The {@code rows} of {@code rows_in=9000 rows_kept=4700} belongs to the number behind it. */
    private boolean beginsName(int i) {
        // "tpe 530 ep2": a unit that is glued to its number
        boolean glued =
                state.isNumberAt(i + 1) && state.token(i).end == state.token(i + 1).start && !state.text.isTranslated();
        boolean name = state.isSymbolAt(i + 1, '_') && !state.token(i + 1).spaced && state.isAssignmentAt(i + 3);
        // "accumulation 16 epochs=3"
        boolean set = state.isSymbolAt(i + 1, '=') && !state.token(i + 1).spaced && state.isNumberAt(i + 2);
        return glued || name || set;
    }

    /** The {@code 2.7} of {@code 1,300 Module 2.7 summaries}: a part of the name of what a number before it counts. */
    public boolean isNumberOfName(int i) {
        return names.isNumberOfName(i);
    }

    /** True if the number belongs to the name on its left. */
    public boolean isNamed(int number) {
        if (named == null) {
            named = new Boolean[state.size()];
        }
        Boolean known = named[number];
        if (known == null) {
            known = looksNamed(number);
            named[number] = known;
        }
        return known;
    }

    private boolean looksNamed(int number) {
        int before = number - 1;
        // In "2,500 rows = 4,500 rows" both numbers have their units behind them.
        if (state.isSymbolAt(before, '=')
                && state.token(before).spaced
                && state.isNumberAt(before - 2)
                && state.isAt(number + 1, Category.UNITS)) {
            return false;
        }
        if (state.isSymbolAt(before, '=')) {
            return namesNumber(state.at(before - 1), number);
        }
        if (state.isSymbolAt(before, ':')) {
            return namesBeforeColon(state.at(before - 1), number);
        }
        Token name = state.at(before);
        if (state.hasTyped(number, Trait.REPEATS) && state.isNumberAt(before - 1)) {
            // "600 calls twice through": the unit has its number already.
            return false;
        }
        if (state.hasTyped(before, Trait.SUPPOSES) && state.isAt(number + 1, Measure.HOUR)) {
            // "figure 13 hours"
            return false;
        }
        if (state.isAt(before, Measure.RUN) && !state.isPluralAt(before) && state.isAt(number + 1, Category.RATES)) {
            // "2k ex 3ep + run 5k rpd": a verb.
            return false;
        }
        if (name == null || name.is(Category.KNOBS) || (isTime(name) && isPastPeriod(before))) {
            return name != null && name.is(Category.KNOBS) && !countsThings(number) && !isOfEpochs(number);
        }
        // "a model that answers 220 staff questions": a name of a number may be a verb.
        boolean verb = !state.terse && name.is(Measure.ITEM) && countsThings(number);
        return !verb
                && !(state.isAt(before - 1, Cue.PER) && isTime(name) && countsSent(number))
                && isUnitOrEach(name)
                && run(number).isFromUnitToNumber(number);
    }

    /** {@code we score 70 applications}: a name of a number may be a verb. */
    private boolean countsThings(int number) {
        int unit = right(number);
        return state.isItemAt(unit) && isFollowedByItsUnit(number);
    }

    /** {@code per day 900 lookups}: the period leads to what is sent. */
    private boolean countsSent(int number) {
        int unit = right(number);
        return state.isItemAt(unit) || state.isAt(unit, Measure.REQUEST);
    }

    // "ep=2", but in "search = 12 runs" the word after it is the unit.
    private boolean namesNumber(@Nullable Token token, int number) {
        // "val=250k tok": the name says whose tokens they are.
        if (token == null || (token.is(Cue.VALIDATION) && state.isAt(number + 1, Measure.TOKEN))) {
            return false;
        }
        boolean counts =
                token.is(Category.UNITS) || token.is(Category.KNOBS) || token.is(Category.RATES) || token.cue() != null;
        boolean word =
                token.kind == Token.Kind.WORD || token.kind == Token.Kind.CODE || token.kind == Token.Kind.LEXEME;
        // "mean_len=512 max_len=2048", "n=2000 tok/ex=800"
        boolean rateNext = state.isSlash(number + 2) || state.isAt(number + 2, Cue.PER);
        boolean namesNext = state.isAssignmentAt(number + 2) || (rateNext && state.isAssignmentAt(number + 4));
        return counts || (word && (namesNext || !state.isAt(number + 1, Category.UNITS)));
    }

    // "epochs: 3", but not "a quote: 3 epochs".
    private boolean namesBeforeColon(@Nullable Token token, int number) {
        if (token == null) {
            return false;
        }
        boolean word = token.kind == Token.Kind.WORD || token.kind == Token.Kind.CODE;
        if (token.is(Category.KNOBS) || isUnitOrEach(token)) {
            return !isFollowedByItsUnit(number);
        }
        return word && right(number) < 0;
    }

    // "qlora on gsm8k one epoch"
    private boolean isOfEpochs(int number) {
        return isFollowedByItsUnit(number) && state.isAt(right(number), Measure.EPOCH);
    }

    // "GSM8k: 7,473 examples", "last run: 1,000 examples", but not "lr: 2e-5 epochs: 3".
    private boolean isFollowedByItsUnit(int number) {
        int unit = right(number);
        // "samples: 9,000, tokens per sample: 310"
        // "ex:1750 tok/ex:340"
        boolean per = state.isAt(unit + 1, Cue.PER) && state.isUnitAt(unit + 2);
        int after = per ? unit + 3 : state.isAt(unit + 1, Cue.EACH) ? unit + 2 : unit + 1;
        return state.isAt(unit, Category.UNITS)
                && !state.isSymbolAt(after, ':')
                && !state.isSymbolAt(after, '=')
                && !state.isNumberAt(after);
    }

    private static boolean isUnitOrEach(Token token) {
        return token.is(Category.UNITS) || token.is(Cue.EACH);
    }

    /**
     * Alternating units and numbers.
     *
     * @param end the end of the alternation, or the position after its last token
     * @param whole whether {@code end} is the end of the run
     * @param unitExpected whether a unit would have to follow there
     */
    private record Run(int end, boolean whole, boolean unitExpected) {
        /** True if the run around a number alternates, beginning with a unit and ending with a number. */
        boolean isFromUnitToNumber(int number) {
            return whole ? unitExpected : end > number && !unitExpected;
        }
    }

    private Run run(int number) {
        if (runs == null) {
            runs = new Run[state.size()];
        }
        Run known = runs[number];
        return known == null ? readRun(number, runs) : known;
    }

    private Run readRun(int number, @Nullable Run[] places) {
        int first = number;
        while (first > 0 && isInRun(first - 1)) {
            first--;
        }
        int last = number;
        while (last + 1 < state.size() && isInRun(last + 1)) {
            last++;
        }
        Run run = alternating(first, last);
        Arrays.fill(places, first, last + 1, run);
        return run;
    }

    private Run alternating(int first, int last) {
        boolean unitExpected = true;
        for (int i = first; i <= last; i++) {
            if (!state.isNumberAt(i) && !state.isAt(i, Category.UNITS) && (i > first || !state.isAt(i, Cue.EACH))) {
                continue;
            }
            if (state.isNumberAt(i) == unitExpected) {
                return new Run(i, false, unitExpected);
            }
            unitExpected = !unitExpected;
        }
        return new Run(last + 1, true, unitExpected);
    }

    /** The unit of a rate ({@code per day}) does not name the next number. */
    private boolean isInRun(int index) {
        Token token = state.token(index);
        boolean unit =
                token.is(Category.UNITS) && !state.isAt(index - 1, Cue.PER) && !state.isAt(index - 1, Cue.ARTICLE);
        boolean each = token.is(Cue.EACH) && (state.isAt(index - 1, Category.UNITS) || state.isAt(index - 1, Cue.PER));
        boolean per = token.is(Cue.PER) && state.isAt(index - 1, Category.UNITS) && state.isAt(index + 1, Cue.EACH);
        boolean number = token.isNumber() && !isEndOfPair(index);
        return number || unit || each || per || UnitDescription.isRole(token);
    }

    /** True if a number of examples occurs anywhere, with a unit after it or an unused one before it. */
    public boolean countsExamples() {
        if (examples == null) {
            examples = new Examples();
        }
        return examples.counted();
    }

    /** The numbers of examples. */
    private final class Examples {
        private boolean behind;
        /** Units that name a number on their right. */
        private List<Integer> names = new ArrayList<>();
        /** How many of them, from the first on, are known to be used; a used one stays used. */
        private int used;

        Examples() {
            for (int i = 0; i < state.size(); i++) {
                if (state.isNumberAt(i)) {
                    boolean left = isNamed(i);
                    int unit = left ? nameBefore(i) : right(i);
                    boolean example = state.isItemAt(unit) && !state.isRateAt(unit + 1);
                    if (example && left) {
                        names.add(unit);
                    }
                    behind |= example && !left;
                }
            }
        }

        boolean counted() {
            while (used < names.size() && state.token(names.get(used)).use != Token.Use.NOTHING) {
                used++;
            }
            return behind || used < names.size();
        }
    }

    /** Returns the index of an unused unit for the number on its left, or -1. */
    public int left(int number) {
        int name = nameBefore(number);
        return name >= 0 && state.token(name).use == Token.Use.NOTHING ? name : -1;
    }

    private int nameBefore(int number) {
        for (int i = number - 1; i >= 0 && i >= number - REACH; i--) {
            Token token = state.token(i);
            if (token.is(Category.UNITS) || token.is(Category.KNOBS) || token.is(Category.RATES)) {
                return (isTime(token) && isPastPeriod(i)) || isCounterOfGpus(i) ? -1 : i;
            }
            boolean glue = token.isSymbol('=')
                    || token.isSymbol(':')
                    || token.isSymbol('~')
                    || token.isSymbol('(')
                    || (state.isTimesSign(i) && state.isAt(i - 1, Measure.CAPACITY))
                    || state.hasTyped(i, Trait.AUTOMATIC)
                    || (state.text.isTranslated() && state.isAt(i, Cue.IN) && state.isAt(i - 1, Measure.EPOCH))
                    || (state.mayEdit() && state.hasTyped(i, Trait.IS_NOW));
            if (!glue && !leadsTo(token)) {
                return -1;
            }
        }
        return -1;
    }

    /** True of the {@code report} of {@code 900 reports, a report is 4 pages}: the singular of a noun that a number counts. */
    public boolean isOneOfCounted(int noun) {
        Token token = state.at(noun);
        if (token == null || token.isNumber()) {
            return false;
        }
        String name = state.typed(noun, noun);
        for (int i = 1; i < state.size(); i++) {
            boolean counted = i != noun && state.isPluralAt(i) && (state.isNumberAt(i - 1) || state.isNumberAt(i - 2));
            if (counted && state.typed(i, i).startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTime(Token token) {
        Measure measure = token.measure();
        return measure != null && measure.isTime();
    }

    /** The {@code year} of {@code last year's 4,800}: a number behind it counts no time. */
    private boolean isPastPeriod(int unit) {
        return state.isAt(unit - 1, Cue.PAST) || state.hasTyped(unit - 1, Trait.THIS_PERIOD);
    }

    private static boolean leadsTo(Token token) {
        Cue cue = token.cue();
        if (cue == null) {
            return token.is(Category.PERIODS);
        }
        return switch (cue) {
            case IS, OF, TO, ABOUT, AT_LEAST, EACH, PER, AVERAGE, TOTAL, PROMPT -> true;
            default -> false;
        };
    }
}
